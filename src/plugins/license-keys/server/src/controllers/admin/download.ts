import type { Readable } from 'node:stream';

import type { Context } from '../../http';

export const CSV = 'text/csv; charset=utf-8';

/**
 * Answers with a file. When it fails half-way, the connection is cut: an end that looks like any other would
 * pass off a part for the whole.
 */
export const sendFile = (
  ctx: Context,
  { name, type, stream }: { name: string; type: string; stream: Readable }
): void => {
  stream.once('error', (error) => ctx.res.destroy(error));
  ctx.attachment(name);
  ctx.type = type;
  ctx.body = stream;
};
