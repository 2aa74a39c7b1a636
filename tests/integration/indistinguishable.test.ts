import { isDeepStrictEqual } from 'node:util';

import { ACTIONS, pathOf, startApi, type Action, type TestApi } from '../support/api';
import { queriesDuring } from '../support/queries';
import { randomNumbers } from '../support/random';
import { areApart } from '../support/ranks';
import { closeConnections, send, type RawAnswer } from '../support/raw-http';

jest.setTimeout(400_000);

/** Keys of each kind, which are asked for in turn. */
const KEYS = 25;
/** Requests of each kind and route whose bytes are compared. */
const ANSWERS = 50;
/** Times of each kind that are compared. */
const TIMES = 60;
/** Each is the fastest of so many: what else the machine does only ever slows an answer down. */
const TRIES = 4;
/** A burst of other work may fall on one kind by chance; a difference in the code is there each time. */
const ROUNDS = 3;
const LIMIT = 100_000;

let api: TestApi;
/** Keys that do not exist, and as many of another environment. */
let unknownKeys: string[];
let foreignKeys: string[];

beforeAll(async () => {
  api = await startApi({
    env: {
      LICENSE_RATE_LIMIT_PER_KEY: String(LIMIT),
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(LIMIT),
    },
  });
  for (const transport of api.strapi.log.transports) transport.silent = true;
  const product = await api.stock.product({ environment: 'staging' });
  foreignKeys = [];
  while (foreignKeys.length < KEYS) {
    const { key } = await api.stock.license({ environment: 'staging', product });
    foreignKeys.push(key);
  }
  // As the others in all but that they do not exist.
  unknownKeys = foreignKeys.map((key) => key.replace(/^KEY/, 'YEK'));
});

afterAll(async () => {
  closeConnections();
  await api.stop();
});

const ask = async (route: Action, key: string): Promise<RawAnswer> =>
  send(api.url, {
    method: 'POST',
    path: pathOf(route),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      key,
      ...(route === 'validate' ? {} : { fingerprint: 'device-1' }),
      nonce: 'the same',
    }),
  });

type Try<T> = (turn: number) => Promise<T>;

/** Tries every kind as often as the others, one after the other; the order in each turn is by lot. */
const interleaved = async <Kind extends string, T>(
  count: number,
  kinds: Record<Kind, Try<T>>
): Promise<Record<Kind, T[]>> => {
  const entries = (Object.entries(kinds) as [Kind, Try<T>][]).map(([kind, attempt]) => ({
    kind,
    attempt,
    lots: randomNumbers(kind.length, count),
    results: [] as T[],
  }));
  for (let turn = 0; turn < count; turn += 1) {
    const order = entries.toSorted((a, b) => (a.lots[turn] ?? 0) - (b.lots[turn] ?? 0));
    for (const { attempt, results } of order) results.push(await attempt(turn));
  }
  return Object.fromEntries(entries.map(({ kind, results }) => [kind, results])) as Record<
    Kind,
    T[]
  >;
};

const keyOf = (keys: readonly string[], turn: number): string => keys[turn % KEYS] ?? '';

/** The only headers that may differ from one answer to the next. */
const PER_REQUEST = ['Date', 'License-Signature', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The only parts of a body that may; the rest is compared byte for byte. */
const MOMENT = /("timestamp":")[^"]{24}("|,"requestId":")|("requestId":")[0-9a-f-]{36}(")/g;

const observable = ({ status, headers, text }: RawAnswer): string =>
  JSON.stringify({
    status,
    headers: headers.map(([name, value]) => [
      name,
      PER_REQUEST.includes(name) ? typeof value : value,
    ]),
    text: text.replace(MOMENT, '$1$2$3$4'),
  });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const fastest = (times: readonly number[]): number[] =>
  Array.from({ length: TIMES }, (_value, index) =>
    Math.min(...times.slice(index * TRIES, (index + 1) * TRIES))
  );

describe('a key of another environment and one that does not exist', () => {
  it.each(ACTIONS)('get the same bytes and headers from %s', async (route) => {
    const answersTo = (keys: readonly string[]) => async (turn: number) =>
      observable(await ask(route, keyOf(keys, turn)));
    const { unknown, foreign } = await interleaved(ANSWERS, {
      unknown: answersTo(unknownKeys),
      foreign: answersTo(foreignKeys),
    });

    expect(unknown[0]).toContain('NOT_FOUND');
    expect([...new Set([...unknown, ...foreign])]).toEqual([unknown[0]]);
  });

  it.each(ACTIONS)('make %s ask the database for the same', async (route) => {
    const statementsFor = (keys: readonly string[]) =>
      queriesDuring(api.strapi, async () => ask(route, keyOf(keys, 0)));
    const statements = await statementsFor(unknownKeys);

    expect(statements).not.toHaveLength(0);
    expect(await statementsFor(foreignKeys)).toEqual(statements);
  });

  it.each(ACTIONS)(
    'are answered by %s in the same time, as nothing is that works twice',
    async (route) => {
      const timeOf = (keys: readonly string[]) => async (turn: number) =>
        timed(async () => ask(route, keyOf(keys, turn)));
      const kinds = {
        unknown: timeOf(unknownKeys),
        foreign: timeOf(foreignKeys),
        control: async (turn: number) =>
          timed(async () => {
            const key = keyOf(unknownKeys, turn);
            await ask(route, key);
            await ask(route, key);
          }),
      };
      const round = async () => {
        const times = await interleaved(TIMES * TRIES, kinds);
        const unknown = fastest(times.unknown);
        return {
          isForeignApart: areApart(fastest(times.foreign), unknown),
          isControlApart: areApart(fastest(times.control), unknown),
        };
      };
      await interleaved(ANSWERS, kinds);
      const wanted = { isForeignApart: false, isControlApart: true };
      const rounds = [await round()];
      while (rounds.length < ROUNDS && !isDeepStrictEqual(rounds.at(-1), wanted)) {
        rounds.push(await round());
      }

      expect(rounds.at(-1)).toEqual(wanted);
    }
  );
});
