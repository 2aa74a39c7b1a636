import { invalid } from '../../http';
import type { Context } from '../../http';
import { idempotencyKeySchema } from './schemas';

export const environmentOf = (ctx: Context): string =>
  (ctx.params as { environment: string }).environment;

export const idempotencyKeyOf = (ctx: Context): string | undefined => {
  const header = ctx.request.headers['idempotency-key'];
  if (header !== undefined && !idempotencyKeySchema.isValidSync(header, { strict: true })) {
    throw invalid('Idempotency-Key', 'The Idempotency-Key must have 1 to 255 characters.');
  }
  return header;
};
