import fc from 'fast-check';

import type { ImportKind } from '../../src/plugins/license-keys/shared/imports';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { endedJob } from '../support/jobs';
import { service } from '../support/plugin';
import { stockOf, SYSTEM, unique, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

/** Lines of a file are judged a hundred at a time: it has to come to the same. */
const BATCH = 100;
const PATIENCE = 180_000;

let app: TestStrapi;
let admin: Admin;
let stock: Stock;

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
});

afterAll(async () => {
  expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
  await app.stop();
});

/** What came of each line. */
const resultsOf = async (jobId: number): Promise<string[]> => {
  await endedJob(admin, jobId);
  const { data } = await service(app.strapi, 'jobs').results(jobId, {});
  return data.map(({ line, outcome, code, field }) =>
    [line, outcome, code, field].filter(Boolean).join(' ')
  );
};

/** What would come of each line, and what does. */
const tryAndDo = async (
  kind: ImportKind,
  lines: readonly string[]
): Promise<{ tried: string[]; done: string[] }> => {
  const importing = service(app.strapi, 'importing');
  const text = async function* () {
    yield Promise.resolve(Buffer.from(lines.join('\n')));
  };
  const { id, mapping } = await importing.upload(text(), {
    environment: 'production',
    kind,
    fileName: 'customers.csv',
  });
  const request = { mapping, actor: SYSTEM, mayCreateCustomers: true };
  return {
    tried: await resultsOf(await importing.startDryRun(id, request)),
    done: await resultsOf(await importing.start(id, request)),
  };
};

/** Lines that nothing comes of: they move what is behind them into the next batch. */
const filler = (count: number, line: string): string[] => Array<string>(count).fill(line);

describe.each([
  ['one batch', 0],
  ['different batches', BATCH],
])('lines of %s', (_where, between) => {
  const second = between + 3;
  const both = async (kind: ImportKind, first: string, others: string, header: string) => {
    const nothing = filler(between, header.replaceAll(/[^,]/g, '') + ',,,,too many cells');
    const { tried, done } = await tryAndDo(kind, [header, first, ...nothing, others]);
    expect(done).toEqual(tried);
    return [done[0], done.at(-1)];
  };

  it('that give a license to one customer twice give it once', async () => {
    const { key } = await stock.license({ state: 'available' });
    const email = `${unique('new')}@example.com`;
    const header = 'license_key,customer_email';

    expect(
      await both('assign', `${key},${email}`, `${key},${email.toUpperCase()}`, header)
    ).toEqual(['2 succeeded', `${second} unchanged SAME_CUSTOMER`]);
  });

  it('that give it to two customers give it to the first', async () => {
    const { key } = await stock.license({ state: 'available' });
    const header = 'license_key,customer_email';

    expect(
      await both('assign', `${key},first@example.com`, `${key},second@example.com`, header)
    ).toEqual(['2 succeeded', `${second} refused ALREADY_ASSIGNED license_key`]);
  });

  it('that name a key get it, however early others ask for any of the product', async () => {
    const product = await stock.product();
    const { key } = await stock.license({ product, state: 'available' });
    const header = 'license_key,product,customer_email';
    const any = `,${product.slug},any@example.com`;
    const one = `${key},,one@example.com`;

    expect(await both('assign', any, one, header)).toEqual([
      '2 refused POOL_EXHAUSTED product',
      `${second} succeeded`,
    ]);
  });

  it('that ask for any of a product get what others leave', async () => {
    const product = await stock.product();
    const { key } = await stock.license({ product, state: 'available' });
    const header = 'license_key,product,customer_email';
    const any = `,${product.slug},any@example.com`;
    const one = `${key},,one@example.com`;

    expect(await both('assign', one, any, header)).toEqual([
      '2 succeeded',
      `${second} refused POOL_EXHAUSTED product`,
    ]);
  });

  it.each([
    ['all the same', 'pro,a@example.com', 'pro,a@example.com', 'unchanged'],
    ['the e-mail in capitals', 'pro,a@example.com', 'pro,A@EXAMPLE.COM', 'unchanged'],
    ['no customer', 'pro,a@example.com', 'pro,', 'unchanged'],
    ['another customer', 'pro,a@example.com', 'pro,b@example.com', 'refused'],
    ['a customer where there was none', 'pro,', 'pro,nobody@example.com', 'refused'],
    ['another product', 'pro,a@example.com', 'basic,a@example.com', 'refused'],
  ])('that bring in a key twice, then with %s', async (_what, first, others, outcome) => {
    const slug = unique('trial');
    await stock.product({ slug: `pro-${slug}` });
    await stock.product({ slug: `basic-${slug}` });
    const key = unique('TWICE');
    const header = 'license_key,product,customer_email';
    const line = (rest: string): string => `${key},${rest.replace(',', `-${slug},`)}`;
    const reason = outcome === 'refused' ? 'KEY_TAKEN license_key' : 'SAME_LICENSE';

    expect(await both('keys', line(first), line(others), header)).toEqual([
      '2 succeeded',
      `${second} ${outcome} ${reason}`,
    ]);
  });
});

describe('what a trial says of each line of a file', () => {
  const LINES = 2 * BATCH + 50;
  const emails = fc.constantFrom('a@p.com', 'A@p.com', 'b@p.com', 'Ärger@p.com', 'not an address');
  const choices = fc.array(fc.tuple(fc.nat(59), emails), { minLength: LINES, maxLength: LINES });
  const header = 'license_key,product,customer_email';

  /** Two products with twenty available licenses each. */
  const pools = async () => {
    const products = [await stock.product(), await stock.product()];
    const keys: string[] = [];
    for (const product of products) {
      for (let made = 0; made < 20; made += 1) {
        keys.push((await stock.license({ product, state: 'available' })).key);
      }
    }
    return { slugs: products.map(({ slug }) => slug), keys };
  };

  const given = async (chosen: [number, string][]): Promise<string[]> => {
    const { slugs, keys } = await pools();
    // A third asks for any of a product. Of the licenses, some are named by no line, others by several.
    return chosen.map(([choice, email]) =>
      choice < 20
        ? `,${slugs[choice % 2] ?? ''},${email}`
        : `${keys[choice - 15] ?? 'NO-SUCH-KEY'},,${email}`
    );
  };

  const brought = async (chosen: [number, string][]): Promise<string[]> => {
    const word = unique('IN');
    const { slugs } = await pools();
    return chosen.map(([choice, email]) => {
      const slug = slugs[choice % 7 === 0 ? 1 : 0] ?? '';
      return `${word}-${String(choice)},${slug},${choice % 5 === 0 ? '' : email}`;
    });
  };

  it.each([
    ['assign', given],
    ['keys', brought],
  ] as const)(
    'comes of it: %s',
    async (kind, linesOf) => {
      await fc.assert(
        fc.asyncProperty(choices, async (chosen) => {
          const { tried, done } = await tryAndDo(kind, [header, ...(await linesOf(chosen))]);
          expect(done).toEqual(tried);
          expect(done).toHaveLength(LINES);
        }),
        { numRuns: 3, endOnFailure: true }
      );
    },
    PATIENCE
  );
});
