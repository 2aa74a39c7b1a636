import type { Core } from '@strapi/strapi';

import type { Context } from '../../../http';
import { connection } from '../../../store/database';
import { walkAudit } from '../../../store/walks';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk } from './desk';

const readFind = reader('audit-entry.find');

/** What happened to licenses, those that are gone too. */
export const auditEntry = ({ strapi }: { strapi: Core.Strapi }) => {
  const { answerPiece, placeOf, send } = desk({ strapi });

  return {
    async find(ctx: Context): Promise<void> {
      const { query } = await readFind(ctx);
      const { license, cursor, limit } = query;
      const list = { audit: environmentOf(ctx), license };
      const after = placeOf(cursor, list) as number | null;
      const piece = await walkAudit(
        connection({ strapi }),
        { environment: environmentOf(ctx), license },
        { after, limit }
      );
      send(ctx, answerPiece(ctx, { ...piece, limit }, list));
    },
  };
};
