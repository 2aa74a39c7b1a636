import type { Core } from '@strapi/strapi';

import type { Answer, Context } from '../../http';
import { getService } from '../../services';
import type { Request } from '../../services/idempotency';
import { idempotencyKeyOf } from './request';

/** What a request answers; with an Idempotency-Key, what the first one of that key answered. */
export const once = async (
  { strapi }: { strapi: Core.Strapi },
  ctx: Context,
  request: Omit<Request, 'idempotencyKey'>,
  effect: () => Promise<Answer>
): Promise<Answer> => {
  const idempotencyKey = idempotencyKeyOf(ctx);
  if (idempotencyKey === undefined) {
    return effect();
  }
  const answer = await getService({ strapi }, 'idempotency').once(
    { idempotencyKey, ...request },
    effect
  );
  if (answer.replayed) {
    ctx.set('Idempotency-Replayed', 'true');
  }
  return answer;
};
