import type { ImportItem } from '../../src/plugins/license-keys/shared/imports';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import { bodyOf } from '../support/http';
import { IMPORTS, startImports, type Imports } from '../support/imports';
import { service } from '../support/plugin';
import { auditOf, devicesOf } from '../support/rows';
import { SYSTEM, unique } from '../support/stock';
import { eventually } from '../support/wait';

let imports: Imports;

beforeAll(async () => {
  imports = await startImports();
});

afterAll(async () => {
  await imports.stop();
});

describe('bringing licenses in from another system', () => {
  const header =
    'license_key,product,state,customer_email,customer_name,activation_limit,expires_at,created_at,assigned_at,first_activated_at,features,metadata,activations';

  it('keeps state, dates and devices, on the legal path, and says so in the audit trail', async () => {
    await imports.stock.product({ slug: 'old-pro', name: 'Old Pro' });
    const names = ['pool', 'given', 'used', 'paused', 'blocked', 'ended', 'killed', 'lapsed'];
    const keys = names.map((name) => unique(`OLD-${name}`));
    const [inPool, given, used = '', paused, blocked, over, killed, lapsed] = keys;
    const devices = JSON.stringify([
      {
        ...{ fingerprint: 'mac', name: 'Mac', platform: 'darwin', ip: '203.0.113.7' },
        ...{ metadata: { os: [14] }, activatedAt: '2024-03-01T10:00:00Z' },
        lastVerifiedAt: '2024-06-01T08:00:00+02:00',
      },
      { fingerprint: 'old', activatedAt: '2024-02-01', deactivatedAt: '2024-02-15' },
      { fingerprint: 'undated' },
    ]).replaceAll('"', '""');
    const text = [
      header,
      `${inPool},old-pro,available,,,5,,2024-01-01,,,,,`,
      `${given},Old Pro,,given@old.com,Given,,lifetime,,2024-01-02,,,,`,
      `${used},old-pro,Active,used@old.com,Used,5,2099-01-01,2024-01-01,2024-01-02,2024-02-01,"{""pro"":true}","{""crm"":7}","${devices}"`,
      `${paused},old-pro,inactive,used@old.com,,,,,,,,,laptop`,
      `${blocked},old-pro,suspended,used@old.com,,2,,,,,,,a|b`,
      `${over},old-pro,expired,used@old.com,,,2024-06-01,,,,,,`,
      `${killed},old-pro,revoked,used@old.com,,,,,,,,,stolen`,
      `${lapsed},old-pro,expired,used@old.com,,2,2024-06-01,,,2024-02-01,,,home|work`,
    ].join('\r\n');

    expect(await imports.dryRun(await imports.upload('keys', text))).toMatchObject({
      succeeded: 8,
      refused: 0,
    });
    expect(await imports.carryOut('keys', text)).toMatchObject({ succeeded: 8, refused: 0 });

    expect(await imports.licenseOf(used)).toMatchObject({
      state: 'active',
      createdAt: '2024-01-01T00:00:00.000Z',
      assignedAt: '2024-01-02T00:00:00.000Z',
      firstActivatedAt: '2024-02-01T00:00:00.000Z',
      expiresAt: '2099-01-01T00:00:00.000Z',
      features: { pro: true },
      metadata: { crm: 7 },
      customer: { email: 'used@old.com', name: 'Used' },
    });
    const rows = await Promise.all(keys.map(imports.licenseOf));
    expect(rows.map(({ state }) => state)).toEqual([
      'available',
      'assigned',
      'active',
      'inactive',
      'suspended',
      'expired',
      'revoked',
      'expired',
    ]);
    expect(rows.map(({ activationLimit }) => activationLimit)).toEqual([5, 1, 5, 1, 2, 1, 1, 2]);
    const trails = await Promise.all(
      rows.map(async ({ documentId }) =>
        (await auditOf(imports.app.strapi, documentId)).map(({ action }) => action)
      )
    );
    expect(trails).toEqual([
      ['create'],
      ['create'],
      ['create', 'activate', 'activate', 'activate'],
      ['create', 'activate', 'inactivate'],
      ['create', 'activate', 'activate', 'suspend'],
      ['create', 'expire'],
      ['create', 'activate', 'revoke'],
      ['create', 'activate', 'activate', 'expire'],
    ]);
    expect(await devicesOf(imports.app.strapi, rows[2]?.documentId ?? '')).toMatchObject([
      {
        ...{ fingerprint: 'old', name: null, platform: null, ip: null, metadata: {} },
        ...{ activatedAt: '2024-02-01T00:00:00.000Z', lastVerifiedAt: null },
        ...{ deactivatedAt: '2024-02-15T00:00:00.000Z', deactivatedBy: 'system' },
      },
      { fingerprint: 'undated', activatedAt: '2024-02-01T00:00:00.000Z', deactivatedAt: null },
      {
        ...{ fingerprint: 'mac', name: 'Mac', platform: 'darwin', ip: '203.0.113.7' },
        ...{ metadata: { os: [14] }, activatedAt: '2024-03-01T10:00:00.000Z' },
        ...{ lastVerifiedAt: '2024-06-01T06:00:00.000Z', deactivatedAt: null, deactivatedBy: null },
      },
    ]);
    expect(await devicesOf(imports.app.strapi, rows[7]?.documentId ?? '')).toMatchObject([
      { fingerprint: 'home', activatedAt: '2024-02-01T00:00:00.000Z' },
      { fingerprint: 'work', activatedAt: '2024-02-01T00:00:00.000Z' },
    ]);
    const [stolen] = await devicesOf(imports.app.strapi, rows[6]?.documentId ?? '');
    expect(stolen?.deactivatedAt).not.toBeNull();

    const again = await imports.carryOut('keys', text);
    expect(again).toMatchObject({ succeeded: 0, unchanged: 8, refused: 0 });
    expect((await imports.reasonsOf(again, 'unchanged'))[0]).toEqual([2, 'SAME_LICENSE', null]);
  });

  it('refuses what no license can be', async () => {
    const lines = [
      'K-1,,active,a@b.de',
      'K-2,old-pro,active,',
      'K-3,old-pro,frozen,a@b.de',
      'K-4,old-pro,expired,a@b.de',
      'K-5,old-pro,available,a@b.de',
      'K-6,old-pro,active,a@b.de,,1,,,,,,,a|b',
      'K-7,old-pro,assigned,a@b.de,,,,,,,,,a',
      'K-8,old-pro,active,a@b.de,,,,2999-01-01',
      'K-9,old-pro,active,a@b.de,,,,,,,not json',
      ',old-pro,active,a@b.de',
      'K-11,old-pro,active,a@b.de,,,,,,,,,,too many',
      'K-12,old-pro,active,a@b.de,,,2026-02-31',
      'K-13,old-pro,active,a@b.de,,,2027-02-29T10:00:00+02:00',
      'K-14,old-pro,active,a@b.de,,,2028-02-30',
      `K-15,old-pro,active,a@b.de,,,,,,,,,"[{""fingerprint"":""a"",""metadata"":[]}]"`,
    ];
    const job = await imports.carryOut('keys', [header, ...lines].join('\n'));
    expect(await imports.problemsOf(job)).toEqual([
      [2, 'UNKNOWN_RELATION', 'product'],
      [3, 'CUSTOMER_REQUIRED', 'customer_email'],
      [4, 'INVALID_STATE', 'state'],
      [5, 'LICENSE_NOT_EXPIRED', null],
      [6, 'INVALID_TRANSITION', null],
      [7, 'LIMIT_EXCEEDED', 'activations'],
      [8, 'NO_DEVICES', 'activations'],
      [9, 'DATE_IN_FUTURE', 'created_at'],
      [10, 'INVALID_FEATURES', 'features'],
      [11, 'INVALID_KEY', 'license_key'],
      [12, 'INVALID_LINE', null],
      [13, 'INVALID_DATE', 'expires_at'],
      [14, 'INVALID_DATE', 'expires_at'],
      [15, 'INVALID_DATE', 'expires_at'],
      [16, 'INVALID_DEVICES', 'activations'],
    ]);
  });

  const many = async (count: number): Promise<{ file: ImportItem; word: string }> => {
    const product = await imports.stock.product({ slug: unique('many'), name: 'Many' });
    const word = unique('MANY');
    const text = [
      'license_key,product,state,customer_email',
      ...Array.from(
        { length: count },
        (_value, index) => `${word}-${index},${product.slug},active,${index % 500}@many.com`
      ),
    ].join('\n');
    return { file: await imports.upload('keys', text), word };
  };

  const jobs = () => service(imports.app.strapi, 'jobs');

  const atWork = async (id: number): Promise<void> => {
    await eventually(
      async () => {
        if (!(await jobs().find(id))?.done) throw new Error('Nothing is done yet.');
      },
      { interval: 5 }
    );
  };

  const countOf = async (table: string, where: object, column: string): Promise<number> => {
    const [row] = await imports.app.strapi.db
      .connection(table)
      .where(where)
      .countDistinct<{ total: number | string }[]>(`${column} as total`);
    return Number(row?.total);
  };

  const productOf = async (word: string): Promise<number> => {
    const row = await imports.app.strapi.db
      .connection('license_keys_licenses')
      .where('key', `${word}-0`)
      .first<{ product_id: number }>('product_id');
    return row.product_id;
  };

  const expectAllOnce = async (id: number, word: string, count: number): Promise<void> => {
    expect(await imports.ended(id)).toMatchObject({
      state: 'succeeded',
      succeeded: count,
      unchanged: 0,
    });
    expect(await countOf('license_keys_job_items', { job_id: id }, 'line')).toBe(count);
    const [licenses] = await imports.app.strapi.db
      .connection('license_keys_licenses')
      .where('key', 'like', `${word}-%`)
      .count<{ total: number | string }[]>('* as total');
    expect(Number(licenses?.total)).toBe(count);
  };

  it('tries 5,000 lines and does them as jobs; one that was cancelled goes on where it stopped', async () => {
    const { file, word } = await many(5000);
    const checked = await imports.admin
      .post(`${IMPORTS}/${file.id}/dry-run`)
      .send({ mapping: file.mapping })
      .expect(202);
    expect(await imports.ended(bodyOf<{ data: JobItem }>(checked).data.id)).toMatchObject({
      action: 'check-keys',
      succeeded: 5000,
    });

    const request = { mapping: file.mapping, actor: SYSTEM, mayCreateCustomers: true };
    const id = await service(imports.app.strapi, 'importing').start(file.id, request);
    await expect(
      service(imports.app.strapi, 'importing').start(file.id, request)
    ).rejects.toMatchObject({
      details: { code: 'IMPORT_STARTED' },
    });
    await atWork(id);
    // The job has its file until it ends.
    await imports.admin.delete(`${IMPORTS}/${file.id}`).expect(409);
    expect(await jobs().cancel(id)).toBe(true);
    expect((await imports.ended(id)).done).toBeLessThan(5000);
    expect(await jobs().retry(id)).toBe(true);
    await expectAllOnce(id, word, 5000);
  }, 180_000);

  it('lets another job finish a file whose own one was deleted', async () => {
    const { file, word } = await many(2000);
    const id = await imports.begin(file);
    await atWork(id);
    expect(await jobs().cancel(id)).toBe(true);
    const { done } = await imports.ended(id);
    expect(await jobs().delete(id)).toBe(true);

    const job = await imports.ended(await imports.begin(file));
    expect(job).toMatchObject({ state: 'succeeded', unchanged: done, succeeded: 2000 - done });
    expect(
      await countOf('license_keys_licenses', { product_id: await productOf(word) }, 'key')
    ).toBe(2000);
  }, 180_000);

  it('goes on with a trial that was cancelled', async () => {
    const { file } = await many(30_000);
    const request = { mapping: file.mapping, actor: SYSTEM, mayCreateCustomers: true };
    const id = await service(imports.app.strapi, 'importing').startDryRun(file.id, request);
    await atWork(id);
    expect(await jobs().cancel(id)).toBe(true);
    expect((await imports.ended(id)).done).toBeLessThan(30_000);
    expect(await jobs().retry(id)).toBe(true);
    expect(await imports.ended(id)).toMatchObject({ state: 'succeeded', succeeded: 30_000 });
  }, 180_000);

  it('says of a trial whose file was deleted meanwhile that it did not get to the end', async () => {
    const { file } = await many(30_000);
    const request = { mapping: file.mapping, actor: SYSTEM, mayCreateCustomers: true };
    const id = await service(imports.app.strapi, 'importing').startDryRun(file.id, request);
    await atWork(id);
    await imports.admin.delete(`${IMPORTS}/${file.id}`).expect(204);
    const job = await imports.ended(id);
    expect(job).toMatchObject({ state: 'failed' });
    expect(job.done).toBeLessThan(30_000);
  }, 180_000);

  it('does nothing twice where another runner takes over and the first one is still alive', async () => {
    const { file, word } = await many(2000);
    const id = await service(imports.app.strapi, 'importing').start(file.id, {
      mapping: file.mapping,
      actor: SYSTEM,
      mayCreateCustomers: true,
    });
    await atWork(id);
    await imports.app.strapi.db
      .connection('license_keys_jobs')
      .where({ id })
      .update({ leased_until: new Date(0) });
    await jobs().wakeDue();
    await expectAllOnce(id, word, 2000);
  }, 180_000);
});
