import fc from 'fast-check';

import type { RawRequest } from '../raw-http';
import { encoded, jsonLike, queryLike } from './mutations';
import type { Good } from './rows';
import { bodyText, text, type Known } from './values';

const RAW_QUERIES = [
  '?%',
  '?%ED%A0%80=1',
  '?a[b][c][d][e][f][g][h][i]=1',
  '?__proto__[polluted]=1',
  '?constructor[prototype][polluted]=1',
  `?${'a[]=1&'.repeat(1500)}`,
  `?_q=${'x'.repeat(6000)}`,
  '?sort=key:asc&sort=key:desc&page=0&pageSize=-1',
  '?sort[]=id&page[]=1&pageSize=999999999999',
  '?cursor=e30&limit=0',
  '?cursor=bnVsbA&limit=1e3',
  '?populate=*&filters[key][$contains]=a&fields=key',
];

const PARAMETERS = [
  'environment page pageSize sort _q cursor limit state product customer generator',
  'createdFrom createdTo expiry use format ids fields filters populate __proto__ constructor',
]
  .join(' ')
  .split(' ');

const anyQuery = ({ values }: Known): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PARAMETERS) }, text),
        fc.oneof(fc.constantFrom('production', ...values), text)
      ),
      { maxLength: 5 }
    )
    .map((pairs) => `?${pairs.map((pair) => pair.map(encoded).join('=')).join('&')}`);

const queries = (good: Good, known: Known): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 16, arbitrary: queryLike(good.query ?? {}, known).map((query) => `?${query}`) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_QUERIES) },
    { weight: 1, arbitrary: anyQuery(known) }
  );

const textOf = (body: object | string): string =>
  typeof body === 'string' ? body : JSON.stringify(body);

const bodies = ({ body }: Good, known: Known): fc.Arbitrary<string | null> => {
  if (body === undefined) {
    return fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, bodyText(known));
  }
  const alike =
    typeof body === 'string'
      ? fc.oneof(
          fc.constant(body),
          fc.tuple(fc.constant(body), text).map((both) => both.join(''))
        )
      : jsonLike(body, known);
  const cut = fc
    .tuple(alike, fc.nat(100))
    .map(([whole, share]) => whole.slice(0, Math.floor((whole.length * share) / 100)));
  return fc.oneof(
    { weight: 16, arbitrary: alike },
    { weight: 1, arbitrary: cut },
    { weight: 3, arbitrary: bodyText(known) }
  );
};

/** What Node's client lets through: the rest never leaves it. */
const headerText = text.map((value) => value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ''));

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/vnd.api+json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/octet-stream',
  '*/*',
  ';',
];

/** Those that ask a route for something else, and those that it should not care for. */
const otherHeaders = fc
  .tuple(
    fc.record(
      {
        'Content-Type': fc.oneof(fc.constantFrom(...TYPES), headerText),
        Authorization: headerText,
        'Idempotency-Key': headerText,
      },
      { requiredKeys: [] }
    ),
    fc.record(
      {
        'Content-Encoding': fc.constantFrom('gzip', 'br', 'identity', 'x'),
        Accept: headerText,
        'Accept-Language': headerText,
        Cookie: headerText,
        Origin: headerText,
        'X-Forwarded-For': headerText,
        'If-None-Match': headerText,
        Range: headerText,
        'X-HTTP-Method-Override': fc.constantFrom('DELETE', 'TRACE'),
      },
      { requiredKeys: [] }
    ),
    fc.nat(5)
  )
  .map(([telling, others, dice]) => ({ ...others, ...(dice === 0 && telling) }));

export interface Route {
  method: string;
  /** As the router has it, such as `/api/license-keys/:environment/validate`. */
  path: string;
}

interface Target {
  route: Route;
  good: Good;
  /** Who asks. */
  headers: Readonly<Record<string, string>>;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

const idsOf = ({ ids = [] }: Good, part: string): readonly string[] =>
  part === ':environment' ? ['production'] : ids;

/** The request as it should be. */
export const goodRequest = ({ route: { method, path }, good, headers }: Target): RawRequest => {
  const segments = path
    .split('/')
    .map((part) => (part.startsWith(':') ? (idsOf(good, part)[0] ?? '') : part));
  return {
    method,
    path: `${segments.join('/')}?${new URLSearchParams(good.query).toString()}`,
    headers: { ...JSON_TYPE, ...headers },
    body: good.body === undefined ? null : textOf(good.body),
  };
};

/** Requests like it that nobody sends in good faith. */
export const requestsTo = (
  { route: { method, path }, good, headers }: Target,
  known: Known
): fc.Arbitrary<RawRequest> => {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith(':')) {
      // To the router it is the same.
      return fc.oneof(
        { weight: 24, arbitrary: fc.constant(part) },
        { weight: 1, arbitrary: fc.constant(part.toUpperCase()) }
      );
    }
    return fc.oneof(
      { weight: 24, arbitrary: fc.constantFrom(...idsOf(good, part)) },
      { weight: 1, arbitrary: fc.constantFrom(...known.values).map(encoded) },
      { weight: 1, arbitrary: text.map(encoded) }
    );
  });
  return fc
    .tuple(fc.tuple(...parts), queries(good, known), otherHeaders, bodies(good, known))
    .map(([segments, query, others, body]) => ({
      method,
      path: segments.join('/') + query,
      headers: { ...JSON_TYPE, ...headers, ...others },
      body,
    }));
};
