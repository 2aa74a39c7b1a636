import type { Core } from '@strapi/strapi';

import { answerRefused, orNotFound } from '../../../errors';
import type { Context } from '../../../http';
import { getService } from '../../../services';
import { connection, transaction } from '../../../store/database';
import { readActivationItem } from '../../../store/license-detail';
import { findLicenseId } from '../../../store/licenses';
import { walkActivations } from '../../../store/walks';
import { activationIdOf, licenseIdOf } from '../../path-ids';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk } from './desk';

const readFind = reader('activation.find');
const readDeactivate = reader('activation.deactivate');

/** The devices of licenses, for the systems of whoever sells them. */
export const activation = ({ strapi }: { strapi: Core.Strapi }) => {
  const { actor, answer, answerPiece, placeOf, send, write } = desk({ strapi });

  return {
    async find(ctx: Context): Promise<void> {
      const { query } = await readFind(ctx);
      const { cursor, limit } = query;
      const db = connection({ strapi });
      const license = licenseIdOf(ctx);
      const id = orNotFound(await findLicenseId(db, license, [environmentOf(ctx)]));
      const list = { activations: license };
      const after = placeOf(cursor, list) as number | null;
      const piece = await walkActivations(db, id, { after, limit });
      send(ctx, answerPiece(ctx, { ...piece, limit }, list));
    },

    async deactivate(ctx: Context): Promise<void> {
      const { body } = await readDeactivate(ctx);
      const documentId = activationIdOf(ctx);
      const deactivated = await write(ctx, body, async () =>
        transaction({ strapi }, async (db) => {
          await getService({ strapi }, 'devices').deactivate({
            documentId,
            environment: environmentOf(ctx),
            actor: actor(),
            reason: body.reason,
          });
          const item = await readActivationItem(db, documentId);
          if (!item) {
            throw answerRefused('ACTIVATION_NOT_FOUND');
          }
          return answer(ctx, item);
        })
      );
      send(ctx, deactivated);
    },
  };
};
