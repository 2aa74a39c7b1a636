import { errors } from '@strapi/utils';

import { isJsonObject } from '../domain/json';
import { invalid } from '../http';
import type { Context, Middleware } from '../http';

const MAX_BYTES = 64 * 1024;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

const read = async (ctx: Context): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) {
      // What is still under way is not read: the connection ends with this answer.
      ctx.set('Connection', 'close');
      throw new errors.PayloadTooLargeError('The body must not be larger than 64 KB.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw invalid('body', 'The body is not valid JSON.');
  }
};

/** Reads a JSON object into `ctx.request.body`; anything else is a 400 that says so. */
export const jsonBody = (): Middleware => async (ctx, next) => {
  if (!JSON_TYPE.test(String(ctx.state.contentType))) {
    throw invalid('Content-Type', 'The Content-Type must be application/json.');
  }
  const body = parse(await read(ctx));
  if (!isJsonObject(body)) {
    throw invalid('body', 'The body must be a JSON object.');
  }
  ctx.request.body = body;
  await next();
};
