import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';

import type { SigningKeysAnswer } from '../../../../shared/signing-keys';
import type { Context } from '../../http';
import { getService } from '../../services';
import { bodyParser } from './parse';

const KID_LENGTH = 43;

const parseRotation = bodyParser(
  yup.object({ retire: yup.string().length(KID_LENGTH).required() }).noUnknown()
);

/** What signs answers and offline files; private parts never leave the server. */
export const signingKeys = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = async (): Promise<SigningKeysAnswer> => ({
    data: {
      keys: await getService({ strapi }, 'signing').list(),
      isGiven: getService({ strapi }, 'settings').signingKey !== null,
      keySetUrl: `${getService({ strapi }, 'settings').publicUrl()}/jwks.json`,
    },
  });

  return {
    async find(ctx: Context): Promise<void> {
      ctx.body = await answer();
    },

    async rotate(ctx: Context): Promise<void> {
      const { retire } = await parseRotation(ctx);
      await getService({ strapi }, 'signing').rotate(retire);
      const { name } = getService({ strapi }, 'actor').current();
      strapi.log.info(`${name ?? 'An administrator'} has rotated the signing keys.`);
      ctx.body = await answer();
    },
  };
};
