import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import type { Recorder } from './recorder';

export interface Answer {
  method: string;
  /** With or without its origin. */
  url: string;
  status: number;
  headers: object;
  text: string;
}

/** Fields of good answers in which a secret is handed to whom it belongs. */
const HANDED_OVER = new Set([
  'accessKey',
  'accessToken',
  'refreshToken',
  'registrationToken',
  'token',
]);

/** Larger answers are lists and files. */
const MAX_BYTES = 64 * 1024;

/** A stack, a statement or a table of the database, a path of the server. */
const INTERNALS =
  /(\n|\\n)\s+at |node_modules|\bselect\b.+\bfrom\b|insert into|SQLITE_|syntax error at|license_keys_|\/src\/|[\\/]dist[\\/]/i;

const keepHandedOver = ({ keep }: Recorder, path: string, text: string): void => {
  JSON.parse(text, (name, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (HANDED_OVER.has(name)) keep(`"${name}"`, value);
    if (name === 'key' && path.includes('/license-keys/')) keep('a license key', value);
    return value;
  });
};

/** Notes what refusals and faults say, headers included, and keeps the secrets that good answers hand over. */
export const noteAnswer = (
  recorder: Recorder,
  { method, url, status, headers, text }: Answer
): void => {
  const [path = ''] = url.split('?');
  if (status >= 400) {
    const where = `the answer to ${method} ${path}`;
    recorder.note(where, `${JSON.stringify(headers)} ${text}`);
    if (INTERNALS.test(text)) recorder.report(`the inside in ${where}: ${text.slice(0, 500)}`);
  } else if (text.length <= MAX_BYTES && /^[[{]/.test(text) && isJson(headers)) {
    keepHandedOver(recorder, path, text);
  }
};

const isJson = (headers: object): boolean =>
  String((headers as Record<string, unknown>)['content-type']).includes('json');

/** Notes the answers of a server in this process, to whomever it gives them. */
export const watchAnswers = (server: Server, recorder: Recorder): void => {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const copy = (chunk: unknown): void => {
      if (!(typeof chunk === 'string' || chunk instanceof Uint8Array)) return;
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) chunks.push(Buffer.from(chunk as string));
    };
    const write = response.write.bind(response) as (...values: unknown[]) => boolean;
    const end = response.end.bind(response) as (...values: unknown[]) => ServerResponse;
    response.write = (...values: unknown[]) => {
      copy(values[0]);
      return write(...values);
    };
    response.end = (...values: unknown[]) => {
      copy(values[0]);
      return end(...values);
    };

    response.once('finish', () => {
      const whole = bytes <= MAX_BYTES || response.statusCode >= 400;
      noteAnswer(recorder, {
        method: request.method ?? '',
        url: request.url ?? '',
        status: response.statusCode,
        headers: response.getHeaders(),
        text: whole ? Buffer.concat(chunks).toString() : '',
      });
    });
  });
};
