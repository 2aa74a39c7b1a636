import { isEnvironmentChain } from '../../../../../shared/audit';
import { useActorName } from '../../../audit/useActorName';
import { useTranslate } from '../../../i18n/useTranslate';
import type { FilterChip } from '../../../list/filters/FilterChips';
import { useRangeText } from '../../../list/filters/useRangeText';
import type { AuditList, AuditParams } from '../useAuditList';

import { useFilterActor } from './useFilterActor';

/** The filters that are on, in words. The search text is none: its field shows it. */
export const useAuditChips = ({ query, result }: AuditList): FilterChip<AuditParams>[] => {
  const t = useTranslate();
  const rangeText = useRangeText();
  const actorName = useActorName();
  const actor = useFilterActor(query);
  const { license, action, occurredFrom, occurredTo } = query;

  const licenseText = (id: string): string => {
    if (isEnvironmentChain(id)) return t('auditLog.noLicense');
    const entry = result.answer?.data.find(({ licenseId }) => licenseId === id);
    return entry ? `${entry.keyPrefix}…` : id;
  };

  const chips: (Omit<FilterChip<AuditParams>, 'value'> & { value: string | undefined })[] = [
    {
      label: t('auditLog.license'),
      value: license && licenseText(license),
      without: { license: undefined },
    },
    {
      label: t('auditLog.action'),
      value: action && t(`audit.${action}`),
      without: { action: undefined },
    },
    {
      label: t('auditLog.actor'),
      value: actor ? actorName({ actorType: actor.type, actorName: actor.name }) : undefined,
      without: { actorType: undefined, actorId: undefined },
    },
    {
      label: t('auditLog.occurredAt'),
      value: rangeText(occurredFrom, occurredTo),
      without: { occurredFrom: undefined, occurredTo: undefined },
    },
  ];

  return chips.flatMap(({ value, ...chip }) => (value === undefined ? [] : [{ ...chip, value }]));
};
