import { KEY_PREFIX } from '../../../src/plugins/license-keys/server/src/store/license-list';
import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import { keyPrefix } from '../../../src/plugins/license-keys/shared/limits';
import { createCatalog, createLicense, DEVICES } from '../../support/catalog';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { violationOf } from '../../support/violation';

type Row = Record<string, unknown>;

let app: TestStrapi;

beforeAll(async () => {
  app = await startStrapi();
  const catalog = await createCatalog(app.strapi);
  await createLicense(app.strapi, catalog, 'active');
});

afterAll(() => app.stop());

const table = (name: string) => app.strapi.db.connection(name);

/** The first row of a table, to be inserted once more with other values. */
const another = async (name: string, fields: Row): Promise<Row> => {
  const rows: unknown = await table(name).orderBy('id').limit(1);
  const [{ id: _id, ...row } = {}] = rows as Row[];
  return { ...row, document_id: unique('d'), ...fields };
};

const insertAnother = async (name: string, fields: Row) =>
  table(name).insert(await another(name, fields));

describe('a license key', () => {
  it.each(['K', 'KEY1', 'KEY-2', 'SHORT-KEY', 'SHORT-KEY-1', 'LONG-KEY-001', 'LONG-KEY-000000002'])(
    'is cut in the database as everywhere: %s',
    async (key) => {
      const rows: unknown = await app.strapi.db
        .connection(app.strapi.db.connection.raw('(SELECT ? AS key) l', [key]))
        .select(app.strapi.db.connection.raw(`${KEY_PREFIX} AS prefix`));
      expect(rows).toEqual([{ prefix: keyPrefix(key) }]);
    }
  );
});

describe('an activation', () => {
  it('is the only active one of its fingerprint', async () => {
    const [fingerprint] = DEVICES;

    expect(await violationOf(insertAnother(TABLE.activation, { fingerprint }))).toBe('unique');
  });

  it('may follow others of its fingerprint that have ended', async () => {
    const fingerprint = unique('device');
    const ended = { fingerprint, deactivated_at: new Date() };

    await insertAnother(TABLE.activation, ended);
    await insertAnother(TABLE.activation, ended);
    await insertAnother(TABLE.activation, { fingerprint });

    expect(await table(TABLE.activation).where({ fingerprint })).toHaveLength(3);
    expect(
      await violationOf(
        table(TABLE.activation).where({ fingerprint }).update({ deactivated_at: null })
      )
    ).toBe('unique');
  });

  it.each<[Row, string]>([
    [{ license_id: null }, 'check'],
    [{ license_id: 999_999 }, 'foreign key'],
    [{ fingerprint: null }, 'check'],
    [{ activated_at: null }, 'check'],
  ])('is not inserted with %j', async (fields, violation) => {
    const row = { fingerprint: unique('device'), ...fields };

    expect(await violationOf(insertAnother(TABLE.activation, row))).toBe(violation);
  });

  it('is not torn from its license', async () => {
    expect(await violationOf(table(TABLE.activation).update({ license_id: null }))).toBe('check');
  });
});

describe('a slug and an e-mail', () => {
  it('are there once in an environment, an e-mail in capitals too', async () => {
    await insertAnother(TABLE.product, { slug: 'pro-plan' });
    await insertAnother(TABLE.customer, { email: 'ada@example.com' });

    expect(await violationOf(insertAnother(TABLE.product, { slug: 'pro-plan' }))).toBe('unique');
    expect(await violationOf(insertAnother(TABLE.customer, { email: 'ADA@Example.com' }))).toBe(
      'unique'
    );
  });

  it('may be there once more in another environment', async () => {
    const environment = 'staging';
    const { slug } = await another(TABLE.product, {});
    const { email } = await another(TABLE.customer, {});

    await insertAnother(TABLE.product, { slug, environment });
    await insertAnother(TABLE.customer, { email, environment });

    expect(await table(TABLE.product).where({ slug })).toHaveLength(2);
    expect(await table(TABLE.customer).where({ email })).toHaveLength(2);
  });
});

describe('a generator', () => {
  it.each([0, -2, 10_001])('has no limit of %i', async (limit) => {
    const row = { activation_limit: limit };

    expect(await violationOf(insertAnother(TABLE.generator, row))).toBe('check');
  });
});

describe('an audit trail', () => {
  it('has one first entry', async () => {
    expect(await violationOf(insertAnother(TABLE.auditEntry, { hash: 'another' }))).toBe('unique');
  });

  it('does not fork', async () => {
    const { hash } = await another(TABLE.auditEntry, {});
    const row = { previous_hash: hash, hash: 'another' };

    expect(await violationOf(insertAnother(TABLE.auditEntry, row))).toBe('unique');
  });
});
