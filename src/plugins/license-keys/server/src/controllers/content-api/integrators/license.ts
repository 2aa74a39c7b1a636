import type { Core } from '@strapi/strapi';

import { DEFAULT_SORT, parseSort } from '../../../../../shared/list';
import type { PlainAction } from '../../../../../shared/states';
import { defined } from '../../../domain/json';
import { orNotFound } from '../../../errors';
import type { Answer, Context } from '../../../http';
import { getService } from '../../../services';
import { connection, transaction } from '../../../store/database';
import type { Db } from '../../../store/database';
import { readDetail } from '../../../store/license-detail';
import { readListByIds } from '../../../store/license-list';
import { walkList } from '../../../store/license-walk';
import type { Place } from '../../../store/license-walk';
import { toDate } from '../../fields';
import { filterOf } from '../../list-filter';
import { licenseIdOf } from '../../path-ids';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk, withoutKey } from './desk';

const readFind = reader('license.find');
const readOne = reader('license.findOne');
const readKey = reader('license.readKey');
const readCreate = reader('license.create');
const readCreateWithKey = reader('license.createWithKey');
const readUpdate = reader('license.update');
const readAssign = reader('license.assign');
const readRandomAssign = reader('license.randomAssign');
const readDelete = reader('license.delete');
const readOfflineFile = reader('license.offlineFile');

/** Licenses, for the systems of whoever sells them. */
export const license = ({ strapi }: { strapi: Core.Strapi }) => {
  const { actor, answer, answerPiece, demand, may, placeOf, send, sendLicenses, write } = desk({
    strapi,
  });

  const detailOf = async (db: Db, ctx: Context, documentId: string) =>
    orNotFound(await readDetail(db, documentId, [environmentOf(ctx)]));

  const answerDetail = async (ctx: Context, documentId: string, status = 200): Promise<Answer> =>
    transaction({ strapi }, async (db) =>
      answer(ctx, withoutKey(await detailOf(db, ctx, documentId)), status)
    );

  const commandOf = (ctx: Context, reason?: string) => ({
    documentId: licenseIdOf(ctx),
    environment: environmentOf(ctx),
    actor: actor(),
    reason,
  });

  const act = (action: PlainAction) => {
    const read = reader(`license.${action}`);
    return async (ctx: Context): Promise<void> => {
      const { body } = await read(ctx);
      const command = commandOf(ctx, body.reason);
      const acted = await write(ctx, body, async () => {
        await getService({ strapi }, 'licenses')[action](command);
        return answerDetail(ctx, command.documentId);
      });
      await sendLicenses(ctx, acted);
    };
  };

  const create = async (
    ctx: Context,
    body: Awaited<ReturnType<typeof readCreate>>['body'] & { key?: string }
  ): Promise<void> => {
    const { expiresAt, ...input } = body;
    const created = await write(ctx, body, async () => {
      if (body.customer) {
        await demand(ctx, 'license.assign');
      }
      const { documentId } = await getService({ strapi }, 'issuing').issue(
        { ...input, environment: environmentOf(ctx), expiresAt: toDate(expiresAt) },
        actor()
      );
      return answerDetail(ctx, documentId, 201);
    });
    await sendLicenses(ctx, created);
  };

  return {
    async find(ctx: Context): Promise<void> {
      const { query } = await readFind(ctx);
      const { cursor, limit, sort: sortText, ...filters } = query;
      const environment = environmentOf(ctx);
      const sort = parseSort(sortText) ?? DEFAULT_SORT;
      const list = { environment, sort, ...filters };
      const hidesKeys = !(await may(ctx, 'license.readKey'));
      const filter = filterOf({ ...filters, environment }, new Date());
      const piece = await walkList(
        connection({ strapi }),
        { ...filter, ...(hidesKeys && { hidesKeys }) },
        { sort, after: placeOf(cursor, list) as Place | null, limit }
      );
      const items = piece.items.map(withoutKey);
      await sendLicenses(ctx, answerPiece(ctx, { ...piece, items, limit }, list));
    },

    async findOne(ctx: Context): Promise<void> {
      await readOne(ctx);
      const detail = await detailOf(connection({ strapi }), ctx, licenseIdOf(ctx));
      await sendLicenses(ctx, answer(ctx, withoutKey(detail)));
    },

    async readKey(ctx: Context): Promise<void> {
      await readKey(ctx);
      const { documentId, key } = await detailOf(connection({ strapi }), ctx, licenseIdOf(ctx));
      send(ctx, answer(ctx, { documentId, key }));
    },

    async create(ctx: Context): Promise<void> {
      const { body } = await readCreate(ctx);
      await create(ctx, body);
    },

    async createWithKey(ctx: Context): Promise<void> {
      const { body } = await readCreateWithKey(ctx);
      await create(ctx, body);
    },

    async update(ctx: Context): Promise<void> {
      const { body } = await readUpdate(ctx);
      const { version, expiresAt, ...fields } = body;
      const command = commandOf(ctx);
      const updated = await write(ctx, body, async () =>
        transaction({ strapi }, async (db) => {
          if (fields.customer !== undefined) {
            const { customer } = await detailOf(db, ctx, command.documentId);
            if (customer?.documentId !== fields.customer) {
              await demand(ctx, 'license.assign');
            }
          }
          await getService({ strapi }, 'licenses').edit({
            ...command,
            version: new Date(version),
            edit: defined({ ...fields, expiresAt: toDate(expiresAt) }),
          });
          return answerDetail(ctx, command.documentId);
        })
      );
      await sendLicenses(ctx, updated);
    },

    async assign(ctx: Context): Promise<void> {
      const { body } = await readAssign(ctx);
      const { customer, reason } = body;
      const command = commandOf(ctx, reason);
      const assigned = await write(ctx, body, async () => {
        await getService({ strapi }, 'licenses').assign({ ...command, customer });
        return answerDetail(ctx, command.documentId);
      });
      await sendLicenses(ctx, assigned);
    },

    async randomAssign(ctx: Context): Promise<void> {
      const { body } = await readRandomAssign(ctx);
      const assigned = await write(ctx, body, async () =>
        transaction({ strapi }, async (db) => {
          const licenses = await getService({ strapi }, 'pool').assign({
            ...body,
            environment: environmentOf(ctx),
            actor: actor(),
          });
          const items = await readListByIds(
            db,
            licenses.map(({ id }) => id)
          );
          return answer(ctx, items.map(withoutKey));
        })
      );
      await sendLicenses(ctx, assigned);
    },

    inactivate: act('inactivate'),
    reactivate: act('reactivate'),
    suspend: act('suspend'),
    unsuspend: act('unsuspend'),
    revoke: act('revoke'),

    async delete(ctx: Context): Promise<void> {
      const { query } = await readDelete(ctx);
      const command = commandOf(ctx, query.reason);
      const deleted = await write(ctx, null, async () => {
        await getService({ strapi }, 'licenses').delete(command);
        return { status: 204, body: null };
      });
      send(ctx, deleted);
    },

    async offlineFile(ctx: Context): Promise<void> {
      const { query } = await readOfflineFile(ctx);
      const { fingerprint, ttlHours } = query;
      const { environment, key } = await detailOf(connection({ strapi }), ctx, licenseIdOf(ctx));
      const licensing = getService({ strapi }, 'licensing');
      const file =
        fingerprint === undefined
          ? await licensing.offlineFileForAll({ environment, key, ttlHours })
          : await licensing.offlineFile({ environment, key, fingerprint, ttlHours });
      send(ctx, { status: 200, body: file });
    },
  };
};
