import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type {
  AuditActors,
  AuditEntryAnswer,
  AuditItem,
  AuditStatus,
} from '../../../../shared/audit';
import type { Paged } from '../../../../shared/license';
import type { Context } from '../../http';
import { getService } from '../../services';
import { readActors, readAuditItem, readAuditPage } from '../../store/audit-list';
import { connection } from '../../store/database';
import { rowIdReader } from '../path-ids';
import { actorsSchema, auditFilterOf, auditListSchema, orderOf } from './audit-query';
import { checkEnvironment } from './environment';
import { queryParser } from './parse';
import { environmentSchema } from './schemas';

const parseList = queryParser(auditListSchema);
const parseActors = queryParser(actorsSchema);
const parseEnvironment = queryParser(environmentSchema);

const noEntry = () => new errors.NotFoundError('There is no such audit entry.');
const entryIdOf = rowIdReader(noEntry);

/** What the Audit log page asks for; nothing here changes an entry. */
export const auditLog = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context): Promise<void> {
    const { sort, page, pageSize, ...query } = await parseList(ctx);
    checkEnvironment({ strapi }, query.environment);
    ctx.body = (await readAuditPage(connection({ strapi }), auditFilterOf(query), {
      order: orderOf(sort),
      page,
      pageSize,
    })) satisfies Paged<AuditItem>;
  },

  async findOne(ctx: Context): Promise<void> {
    const entry = await readAuditItem(connection({ strapi }), entryIdOf(ctx));
    if (!entry || !getService({ strapi }, 'settings').isEnvironment(entry.environment)) {
      throw noEntry();
    }
    const chain = await getService({ strapi }, 'audit').verify({ license: entry.licenseId });
    ctx.body = { data: { ...entry, chain } } satisfies AuditEntryAnswer;
  },

  async actors(ctx: Context): Promise<void> {
    const { environment, _q, ...actor } = await parseActors(ctx);
    checkEnvironment({ strapi }, environment);
    ctx.body = {
      data: await readActors(connection({ strapi }), environment, { search: _q, ...actor }),
    } satisfies AuditActors;
  },

  async status(ctx: Context): Promise<void> {
    const { environment } = await parseEnvironment(ctx);
    checkEnvironment({ strapi }, environment);
    ctx.body = {
      data: await getService({ strapi }, 'audit').verifyEnvironment(environment),
    } satisfies AuditStatus;
  },
});
