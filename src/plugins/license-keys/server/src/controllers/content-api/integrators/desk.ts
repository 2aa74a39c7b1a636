import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { keyPrefix } from '../../../../../shared/limits';
import { invalidCursor, LicenseError } from '../../../errors';
import { send } from '../../../http';
import type { Answer, Context } from '../../../http';
import { getService } from '../../../services';
import { connection } from '../../../store/database';
import { readKeys } from '../../../store/licenses';
import { once } from '../once';
import { environmentOf } from '../request';

interface Auth {
  verify: (auth: unknown, config: { scope: string[] }) => Promise<void>;
}

export type Scope = `license.${'readKey' | 'assign'}`;

const scopeId = (scope: Scope): string => `plugin::license-keys.${scope}`;

/** A license as it stands in answers: its key is added only for who may see it. */
export const withoutKey = <Item extends { key: string }>({ key, ...item }: Item) => ({
  ...item,
  keyPrefix: keyPrefix(key),
});

interface Shown {
  documentId: string;
}

/** What all of the integrators' routes have in common. */
export const desk = ({ strapi }: { strapi: Core.Strapi }) => {
  const may = async (ctx: Context, scope: Scope): Promise<boolean> => {
    try {
      const { auth } = ctx.state as { auth: unknown };
      await strapi.get<Auth>('auth').verify(auth, { scope: [scopeId(scope)] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError) {
        return false;
      }
      throw error;
    }
  };

  const metaOf = (ctx: Context) => ({
    environment: environmentOf(ctx),
    timestamp: new Date(),
    requestId: String(ctx.state.requestId),
  });

  /** Adds the keys of the licenses in an answer, where the token may see them. */
  const addKeys = async (ctx: Context, licenses: readonly Shown[]): Promise<object[]> => {
    if (!(await may(ctx, 'license.readKey'))) {
      return [...licenses];
    }
    const keys = await readKeys(
      connection({ strapi }),
      licenses.map(({ documentId }) => documentId)
    );
    return licenses.map((license) => {
      const key = keys.get(license.documentId);
      return key === undefined ? license : { ...license, key };
    });
  };

  /** Adds them to what a request is answered; what is kept for its Idempotency-Key has none. */
  const withKeys = async (ctx: Context, answer: Answer): Promise<Answer> => {
    const { data, ...rest } = answer.body as { data: Shown | Shown[] | null };
    if (data === null) {
      return answer;
    }
    const licenses = await addKeys(ctx, [data].flat());
    return { ...answer, body: { data: Array.isArray(data) ? licenses : licenses[0], ...rest } };
  };

  return {
    actor: () => getService({ strapi }, 'actor').current(),

    may,

    /** For what a route's own scope does not cover. */
    demand: async (ctx: Context, scope: Scope): Promise<void> => {
      if (!(await may(ctx, scope))) {
        throw new LicenseError({
          code: 'PERMISSION_REQUIRED',
          message: 'The token does not permit this.',
          status: 403,
          details: { permission: scopeId(scope) },
        });
      }
    },

    answer: (ctx: Context, data: unknown, status = 200): Answer => ({
      status,
      body: { data, meta: metaOf(ctx) },
    }),

    /** A piece of a list, with the cursor of the next one. */
    answerPiece: (
      ctx: Context,
      { items, next, limit }: { items: unknown[]; next: unknown; limit: number },
      list: unknown
    ): Answer => {
      const nextCursor =
        next === null ? null : getService({ strapi }, 'cursors').seal({ list, next });
      return {
        status: 200,
        body: { data: items, meta: { ...metaOf(ctx), pagination: { limit, nextCursor } } },
      };
    },

    /** The place that a cursor of this very list stands for; null at the beginning. */
    placeOf: (cursor: string | undefined, list: unknown): unknown => {
      if (cursor === undefined) {
        return null;
      }
      const place = getService({ strapi }, 'cursors').open(cursor) as
        { list: unknown; next: unknown } | undefined;
      if (!place || JSON.stringify(place.list) !== JSON.stringify(list)) {
        throw invalidCursor();
      }
      return place.next;
    },

    /** Carries a request out, once for each Idempotency-Key of a token. */
    write: async (ctx: Context, body: unknown, effect: () => Promise<Answer>): Promise<Answer> => {
      const { credentials } = ctx.state.auth as { credentials: { id: number | string } };
      return once(
        { strapi },
        ctx,
        {
          credential: `api-token\u0000${String(credentials.id)}`,
          content: { method: ctx.method, path: ctx.path, query: ctx.query, body },
        },
        effect
      );
    },

    send,

    sendLicenses: async (ctx: Context, answer: Answer): Promise<void> => {
      send(ctx, await withKeys(ctx, answer));
    },
  };
};
