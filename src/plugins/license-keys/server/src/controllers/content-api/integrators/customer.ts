import type { Core } from '@strapi/strapi';

import type { Context } from '../../../http';
import { getService } from '../../../services';
import { connection } from '../../../store/database';
import { walkCustomers } from '../../../store/walks';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk } from './desk';

const readFind = reader('customer.find');
const readCreate = reader('customer.create');

/** Whom licenses are assigned to, for the systems of whoever sells them. */
export const customer = ({ strapi }: { strapi: Core.Strapi }) => {
  const { answer, answerPiece, placeOf, send, write } = desk({ strapi });

  return {
    async find(ctx: Context): Promise<void> {
      const { query } = await readFind(ctx);
      const { _q: search, email, cursor, limit } = query;
      const environment = environmentOf(ctx);
      const list = { customers: environment, search, email };
      const after = placeOf(cursor, list) as number | null;
      const piece = await walkCustomers(
        connection({ strapi }),
        { environment, search, email },
        { after, limit }
      );
      send(ctx, answerPiece(ctx, { ...piece, limit }, list));
    },

    async create(ctx: Context): Promise<void> {
      const { body } = await readCreate(ctx);
      const data = { ...body, environment: environmentOf(ctx) };
      const created = await write(ctx, body, async () =>
        answer(ctx, await getService({ strapi }, 'customers').create(data), 201)
      );
      send(ctx, created);
    },
  };
};
