import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { addressIn } from './domain/address';
import type { LicenseError } from './errors';

export type Context = Parameters<Core.MiddlewareHandler>[0];
export type Next = () => Promise<void>;
export type Middleware = (ctx: Context, next: Next) => Promise<void>;

/** An answer before it is sent: kept for the same request under the same idempotency key. */
export interface Answer {
  status: number;
  body: unknown;
}

/** A refusal in Strapi's error shape. */
export const refusalAnswer = ({ status, name, message, details }: LicenseError): Answer => ({
  status,
  body: { data: null, error: { status, name, message, details } },
});

/** The administrator that a request to an admin route comes from. */
export const adminIdOf = (ctx: Context): number =>
  Number((ctx.state.user as { id: number | string }).id);

/**
 * The client's address: what a trusted proxy says, or the connection's own. A proxy that passes on what a
 * client wrote there, which is no address, is not believed.
 */
export const addressOf = ({ request, req }: Context): string =>
  addressIn(request.ip) ?? addressIn(req.socket.remoteAddress ?? '') ?? '';

export const send = (ctx: Context, { status, body }: Answer): void => {
  ctx.status = status;
  ctx.body = body;
};

/** The body as it comes. A client that hangs up while it sends is no fault of ours: it would look like an outage. */
export async function* bodyOf(ctx: Context): AsyncGenerator<Buffer> {
  try {
    // Whoever still sends cannot read the answer once the connection is gone.
    yield* ctx.req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw invalid('body', 'The body ended too early.');
  }
}

/** A 400 that names the field at fault, in the shape of Strapi's own. */
export const invalid = (field: string, message: string) =>
  new errors.ValidationError(message, {
    errors: [{ path: [field], message, name: 'ValidationError' }],
  });
