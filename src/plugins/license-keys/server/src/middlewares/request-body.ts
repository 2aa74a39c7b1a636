import { errors } from '@strapi/utils';

import { MAX_NONCE_LENGTH } from '../../../shared/limits';
import { isJsonObject } from '../domain/json';
import type { JsonObject } from '../domain/types';
import { bodyOf, invalid } from '../http';
import type { Context } from '../http';

const MAX_KILOBYTES = 64;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

const read = async (ctx: Context, maxKilobytes: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(ctx)) {
    bytes += chunk.length;
    if (bytes > maxKilobytes * 1024) {
      ctx.req.resume();
      throw new errors.PayloadTooLargeError(
        `The body must not be larger than ${String(maxKilobytes)} KB.`
      );
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

/** Reads the body as a JSON object, whatever its type says, and its nonce into `ctx.state.nonce`. */
export const readUntyped = async (
  ctx: Context,
  maxKilobytes = MAX_KILOBYTES
): Promise<JsonObject> => {
  const body = parse(await read(ctx, maxKilobytes));
  if (!isJsonObject(body)) {
    throw invalid('body', 'The body must be a JSON object.');
  }
  const { nonce } = body;
  if (typeof nonce === 'string' && nonce.length <= MAX_NONCE_LENGTH) {
    ctx.state.nonce = nonce;
  }
  return body;
};

/** Reads the body as a JSON object; anything else is a 400 that says so. */
export const readJsonObject = async (ctx: Context, maxKilobytes?: number): Promise<JsonObject> => {
  if (!JSON_TYPE.test(String(ctx.state.contentType))) {
    throw invalid('Content-Type', 'The Content-Type must be application/json.');
  }
  return readUntyped(ctx, maxKilobytes);
};
