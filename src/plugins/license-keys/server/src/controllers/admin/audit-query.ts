import { yup } from '@strapi/utils';

import { ACTOR_TYPES, AUDIT_SORT_FIELDS, DEFAULT_AUDIT_SORT } from '../../../../shared/audit';
import { MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import { sortParser } from '../../../../shared/list';
import type { SortOrder } from '../../../../shared/list';
import { AUDIT_ACTIONS } from '../../../../shared/states';
import type { AuditFilter } from '../../store/audit-list';
import { day, identity, oneOf, pageFields, sortBy, text } from '../fields';
import { dayRange } from '../list-filter';
import { searchSchema } from './schemas';

const actor = { actorType: oneOf(ACTOR_TYPES), actorId: text(255) };

/** The allow-list of what the audit log may be filtered and sorted by. */
export const auditListSchema = yup
  .object({
    environment: yup.string().required(),
    _q: text(MAX_SEARCH_LENGTH),
    license: identity(),
    ...actor,
    action: oneOf(AUDIT_ACTIONS),
    occurredFrom: day,
    occurredTo: day,
    sort: sortBy(AUDIT_SORT_FIELDS),
    ...pageFields,
  })
  .noUnknown();

export const actorsSchema = searchSchema.shape(actor).noUnknown();

const parseSort = sortParser(AUDIT_SORT_FIELDS);

export const orderOf = (sort: string | undefined): SortOrder =>
  (parseSort(sort) ?? DEFAULT_AUDIT_SORT).order;

type Query = yup.InferType<typeof auditListSchema>;

export const auditFilterOf = ({
  _q,
  occurredFrom,
  occurredTo,
  ...filter
}: Pick<Query, 'environment'> &
  Partial<Omit<Query, 'sort' | 'page' | 'pageSize'>>): AuditFilter => {
  const { from, to } = dayRange(occurredFrom, occurredTo);
  return { ...filter, search: _q, occurredFrom: from, occurredTo: to };
};
