import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { MAX_TTL_HOURS } from '../../domain/offline-file';
import { addressOf, send } from '../../http';
import type { Answer, Context } from '../../http';
import { getService } from '../../services';
import { connection, ping } from '../../store/database';
import { once } from './once';
import { environmentOf } from './request';
import { parseActivate, parseDeactivate, parseOfflineFile, parseValidate } from './schemas';
import { outcomeBody, verdictBody } from './shape';

const metaOf = (ctx: Context, nonce: string | undefined) => ({
  environment: environmentOf(ctx),
  requestId: String(ctx.state.requestId),
  nonce,
});

/** The routes that software in the field calls; the license key is the credential. */
export const licensing = ({ strapi }: { strapi: Core.Strapi }) => {
  const graceDays = () => getService({ strapi }, 'settings').graceDays;

  /** Guesses are counted after the look-up; what such a client sends then shall not fill the database. */
  const isOutOfGuesses = async (ctx: Context): Promise<boolean> => {
    const guesses = await getService({ strapi }, 'limiter').peekUnknown(addressOf(ctx));
    return guesses?.remaining === 0;
  };

  const sendOnce = async (
    ctx: Context,
    action: string,
    body: { key: string },
    effect: () => Promise<Answer>
  ): Promise<void> => {
    const isRepeatable = ctx.get('Idempotency-Key') !== '';
    const answer = await once(
      { strapi },
      ctx,
      {
        credential: `${environmentOf(ctx)}\u0000${body.key}`,
        content: { action, body },
        unkept: isRepeatable && (await isOutOfGuesses(ctx)) ? ['NOT_FOUND'] : [],
      },
      effect
    );
    send(ctx, answer);
  };

  return {
    async validate(ctx: Context): Promise<void> {
      const { nonce, ...body } = await parseValidate(ctx.request.body);
      const verdict = await getService({ strapi }, 'licensing').validate({
        environment: environmentOf(ctx),
        ...body,
      });
      send(ctx, { status: 200, body: verdictBody(verdict, metaOf(ctx, nonce), graceDays()) });
    },

    async activate(ctx: Context): Promise<void> {
      const body = await parseActivate(ctx.request.body);
      const { key, product, fingerprint, name, platform, metadata, nonce } = body;
      await sendOnce(ctx, 'activate', body, async () => {
        const outcome = await getService({ strapi }, 'licensing').activate({
          environment: environmentOf(ctx),
          key,
          product,
          device: {
            fingerprint,
            name: name ?? null,
            platform: platform ?? null,
            ip: addressOf(ctx),
            metadata: metadata ?? {},
          },
          actor: getService({ strapi }, 'actor').current(),
        });
        return {
          status: outcome.code === 'ACTIVATED' ? 201 : 200,
          body: outcomeBody(outcome, metaOf(ctx, nonce), graceDays()),
        };
      });
    },

    async deactivate(ctx: Context): Promise<void> {
      const body = await parseDeactivate(ctx.request.body);
      const { key, fingerprint, nonce } = body;
      await sendOnce(ctx, 'deactivate', body, async () => {
        const outcome = await getService({ strapi }, 'licensing').deactivate({
          environment: environmentOf(ctx),
          key,
          fingerprint,
          actor: getService({ strapi }, 'actor').current(),
        });
        return { status: 200, body: outcomeBody(outcome, metaOf(ctx, nonce), graceDays()) };
      });
    },

    async offlineFile(ctx: Context): Promise<void> {
      const { key, fingerprint, ttlHours } = await parseOfflineFile(ctx.request.body);
      const body = await getService({ strapi }, 'licensing').offlineFile({
        environment: environmentOf(ctx),
        key,
        fingerprint,
        ttlHours: ttlHours ?? MAX_TTL_HOURS,
      });
      send(ctx, { status: 200, body });
    },

    async keySet(ctx: Context): Promise<void> {
      const body = await getService({ strapi }, 'signing').keySet();
      // Kept, but asked for again: a copy from before a rotation would not have the key that signs now.
      ctx.set('Cache-Control', 'public, no-cache');
      ctx.etag = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
      send(ctx, { status: 200, body });
      if (ctx.fresh) ctx.status = 304;
    },

    openApi(ctx: Context): void {
      ctx.set('Cache-Control', 'public, max-age=300');
      send(ctx, { status: 200, body: getService({ strapi }, 'documentation').openApi() });
    },

    async health(ctx: Context): Promise<void> {
      await ping(connection({ strapi }));
      send(ctx, { status: 200, body: { status: 'ok' } });
    },
  };
};
