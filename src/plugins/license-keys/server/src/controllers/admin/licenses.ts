import type { Core } from '@strapi/strapi';

import type { Statistics, Suggestions } from '../../../../shared/license';
import { DEFAULT_SORT, parseSort } from '../../../../shared/list';
import type {
  ActionBody,
  LicenseListAnswer,
  LicenseListItem,
  PageContext,
  ProductOptions,
} from '../../../../shared/list';
import type { PlainAction } from '../../../../shared/states';
import { notFound } from '../../errors';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { countList, readListPage } from '../../store/license-list';
import { readProductOptions } from '../../store/references';
import { readStatistics } from '../../store/statistics';
import { readSuggestions } from '../../store/suggestions';
import { filterOf } from '../list-filter';
import { listSchema } from '../list-schema';
import { licenseIdOf } from '../path-ids';
import { checkEnvironment } from './environment';
import { actionSchema, environmentSchema, searchSchema } from './schemas';
import { bodyParser, queryParser } from './parse';

const parseList = queryParser(listSchema);
const parseEnvironment = queryParser(environmentSchema);
const parseSearch = queryParser(searchSchema);
const parseAction = bodyParser(actionSchema);
/** Strapi reads no body of a DELETE. */
const parseDeletion = queryParser(actionSchema);

/** What the License Keys page asks for; each route names its permission. */
export const licenses = ({ strapi }: { strapi: Core.Strapi }) => {
  const commandOf = (ctx: Context, { reason }: ActionBody) => {
    return {
      documentId: licenseIdOf(ctx),
      reason,
      actor: getService({ strapi }, 'actor').current(),
    };
  };

  const act =
    (action: PlainAction) =>
    async (ctx: Context): Promise<void> => {
      const { documentId, environment } = await getService({ strapi }, 'licenses')[action](
        commandOf(ctx, await parseAction(ctx))
      );
      const [item] = await readListPage(
        connection({ strapi }),
        { environment, documentIds: [documentId] },
        { sort: DEFAULT_SORT, page: 1, pageSize: 1 }
      );
      if (!item) {
        throw notFound();
      }
      ctx.body = { data: item } satisfies { data: LicenseListItem };
    };

  return {
    context(ctx: Context): void {
      const { environments, globalSearch, importLimits } = getService({ strapi }, 'settings');
      const [defaultEnvironment = ''] = environments;
      ctx.body = {
        data: { environments, defaultEnvironment, globalSearch, importLimits },
      } satisfies PageContext;
    },

    async productOptions(ctx: Context): Promise<void> {
      const { environment } = await parseEnvironment(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = {
        data: await readProductOptions(connection({ strapi }), environment),
      } satisfies ProductOptions;
    },

    async find(ctx: Context): Promise<void> {
      const { sort, page, pageSize, ...query } = await parseList(ctx);
      checkEnvironment({ strapi }, query.environment);
      const filter = filterOf(query, new Date());
      const db = connection({ strapi });
      const data = await readListPage(db, filter, {
        sort: parseSort(sort) ?? DEFAULT_SORT,
        page,
        pageSize,
      });
      const total = await countList(db, filter);
      ctx.body = {
        data,
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      } satisfies LicenseListAnswer;
    },

    async suggestions(ctx: Context): Promise<void> {
      const { environment, _q } = await parseSearch(ctx);
      checkEnvironment({ strapi }, environment);
      const search = _q.trim();
      ctx.body = {
        data: search
          ? await readSuggestions(connection({ strapi }), environment, search)
          : { licenses: [], customers: [], products: [] },
      } satisfies Suggestions;
    },

    async statistics(ctx: Context): Promise<void> {
      const { environment } = await parseEnvironment(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = {
        data: await readStatistics(connection({ strapi }), environment, new Date()),
      } satisfies Statistics;
    },

    inactivate: act('inactivate'),
    reactivate: act('reactivate'),
    suspend: act('suspend'),
    unsuspend: act('unsuspend'),
    revoke: act('revoke'),

    async delete(ctx: Context): Promise<void> {
      await getService({ strapi }, 'licenses').delete(commandOf(ctx, await parseDeletion(ctx)));
      ctx.status = 204;
    },
  };
};
