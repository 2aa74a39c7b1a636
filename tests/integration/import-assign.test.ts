import type { ImportItem, ImportReport } from '../../src/plugins/license-keys/shared/imports';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import { bodyOf } from '../support/http';
import { createGenerator } from '../support/catalog';
import { IMPORTS, startImports, type Imports } from '../support/imports';
import { service } from '../support/plugin';
import { auditOf } from '../support/rows';
import { SYSTEM } from '../support/stock';

let imports: Imports;

beforeAll(async () => {
  imports = await startImports();
});

afterAll(async () => {
  await imports.stop();
});

describe('giving licenses to customers', () => {
  it('lets a license that has a validity run for ever where the line says so', async () => {
    const product = await imports.stock.product();
    const generator = await createGenerator(imports.app.strapi, product, {
      validity: { amount: 30, unit: 'day' },
    });
    const issue = async () =>
      service(imports.app.strapi, 'issuing').issue(
        {
          environment: 'production',
          product: product.documentId,
          generator: generator.documentId,
        },
        SYSTEM
      );
    const [forever, usual] = [await issue(), await issue()];
    await imports.carryOut(
      'assign',
      [
        'license_key,customer_email,expires_at',
        `${forever.key},forever@example.com,lifetime`,
        `${usual.key},usual@example.com,`,
      ].join('\n')
    );

    expect(await imports.licenseOf(forever.key)).toMatchObject({
      state: 'assigned',
      expiresAt: null,
    });
    expect((await imports.licenseOf(usual.key)).expiresAt).not.toBeNull();
  });

  it('tries first, then does each line it can, and tells why not of the rest', async () => {
    const product = await imports.pool('mixed', 2);
    const free = await imports.stock.license({ state: 'available' });
    const many = await imports.stock.license({ state: 'available' });
    const taken = await imports.stock.license({ state: 'assigned' });
    const known = await imports.stock.customer({
      email: 'Known@Example.com',
      name: 'Known before',
    });
    const content = [
      'license_key,product,customer_email,customer_name,activation_limit,expires_at',
      `,mixed,new@example.com,New Person,3,2099-12-31`,
      `${free.key},,known@example.com,Another name,,`,
      `${many.key},,many@example.com,,Unlimited,2099-12-31T18:00:00+01:00`,
      `${taken.key},,other@example.com,,,`,
      `NO-SUCH-KEY-AT-ALL,,other@example.com,,,`,
      `,no-such-product,other@example.com,,,`,
      `,mixed,not an address,,,`,
      `,mixed,limit@example.com,,0,`,
      `,mixed,date@example.com,,,31.12.2099`,
      `,,nothing@example.com,,,`,
      `,mixed,second@example.com,,,`,
      `,mixed,too-late@example.com,,,`,
    ].join('\n');
    const file = await imports.upload('assign', content);

    const expected = [
      [5, 'ALREADY_ASSIGNED', 'license_key'],
      [6, 'UNKNOWN_RELATION', 'license_key'],
      [7, 'UNKNOWN_RELATION', 'product'],
      [8, 'INVALID_EMAIL', 'customer_email'],
      [9, 'INVALID_ACTIVATION_LIMIT', 'activation_limit'],
      [10, 'INVALID_DATE', 'expires_at'],
      [11, 'VALUE_REQUIRED', 'license_key'],
      [13, 'POOL_EXHAUSTED', 'product'],
    ];
    const report = await imports.dryRun(file);
    expect(report).toMatchObject({ total: 12, succeeded: 4, unchanged: 0, refused: 8 });
    expect(report.problems.map(({ line, code, field }) => [line, code, field])).toEqual(expected);
    expect((await imports.licenseOf(free.key)).state).toBe('available');

    const job = await imports.ended(await imports.begin(file));
    expect(job).toMatchObject({ type: 'import', action: 'import-assign', state: 'succeeded' });
    expect(job).toMatchObject({ total: 12, done: 12, succeeded: 4, unchanged: 0, refused: 8 });
    expect(await imports.problemsOf(job)).toEqual(expected);
    expect(await imports.assignedOf(product.id)).toEqual(['new@example.com', 'second@example.com']);
    expect(await imports.licenseOf(free.key)).toMatchObject({
      state: 'assigned',
      customer: { email: known.email, name: 'Known before' },
    });
    expect(await imports.licenseOf(many.key)).toMatchObject({
      activationLimit: -1,
      expiresAt: '2099-12-31T17:00:00.000Z',
    });
    const fromPool: unknown = await imports.app.strapi.db
      .query(UID.license)
      .findOne({ where: { customer: { email: 'new@example.com' } } });
    expect(fromPool).toMatchObject({
      activationLimit: 3,
      expiresAt: '2099-12-31T00:00:00.000Z',
    });
    const [created, assigned] = await auditOf(imports.app.strapi, free.documentId);
    expect(created).toMatchObject({ action: 'create' });
    expect(assigned).toMatchObject({
      action: 'assign',
      actorId: String(imports.admin.id),
      changes: { import: { after: { file: 'customers.csv', line: 3 } } },
    });

    const results = await imports.admin.get(`/license-keys/jobs/${job.id}/results`).expect(200);
    expect(results.text).toContain(`3,${free.documentId},${free.key.slice(0, 8)},succeeded`);
    const refusals = await imports.admin.get(
      `/license-keys/jobs/${job.id}/results?outcome=refused`
    );
    expect(refusals.text.trim().split('\n')).toHaveLength(1 + expected.length);
    expect(refusals.text).toContain('8,,,refused,INVALID_EMAIL,customer_email,');
    for (const key of [free.key, taken.key, 'NO-SUCH-KEY-AT-ALL']) {
      expect(results.text).not.toContain(key);
    }
    // The file, and with it the keys, is gone once it is done.
    await imports.admin.get(`${IMPORTS}/${file.id}`).expect(404);
  });

  it('changes nothing when it is sent again, whole or mended, and knows orders apart', async () => {
    const product = await imports.pool('again', 10);
    const header = 'product,customer_email,reference';
    const lines = ['again,a@again.com,', 'again,a@again.com,', 'again,b@again.com,'];
    const text = [header, ...lines].join('\n');
    expect(await imports.carryOut('assign', text)).toMatchObject({ succeeded: 3 });
    const again = await imports.carryOut('assign', text);
    expect(again).toMatchObject({ succeeded: 0, unchanged: 3 });
    expect((await imports.reasonsOf(again, 'unchanged')).at(-1)).toEqual([4, 'DONE_BEFORE', null]);
    const mended = [header, 'again,c@again.com,', ...lines].join('\n');
    expect(await imports.carryOut('assign', mended)).toMatchObject({ succeeded: 1, unchanged: 3 });
    const order = [header, 'again,B@again.com,order-2'].join('\n');
    expect(await imports.carryOut('assign', order)).toMatchObject({ succeeded: 1 });
    expect(await imports.carryOut('assign', order)).toMatchObject({ unchanged: 1 });
    expect((await imports.assignedOf(product.id)).toSorted()).toEqual([
      'a@again.com',
      'a@again.com',
      'b@again.com',
      'b@again.com',
      'c@again.com',
    ]);
  });

  it('gives each license to one customer, however many files ask for it', async () => {
    const product = await imports.pool('scarce', 10);
    const files = await Promise.all(
      ['x', 'y', 'z'].map(async (name) =>
        imports.upload(
          'assign',
          [
            'product,customer_email',
            ...Array.from({ length: 6 }, (_value, index) => `scarce,${name}${index}@scarce.com`),
          ].join('\n')
        )
      )
    );
    const jobs = await Promise.all(files.map(imports.begin));
    const done = await Promise.all(jobs.map(imports.ended));
    expect(done.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(10);
    expect(done.reduce((sum, { refused }) => sum + refused, 0)).toBe(8);
    const emails = await imports.assignedOf(product.id);
    expect(new Set(emails).size).toBe(10);
  });

  it('knows a customer by their e-mail in any case, as far as the database knows it', async () => {
    const product = await imports.pool('umlaut', 6);
    const header = 'product,customer_email,customer_name,reference';
    const emails = ['Ärger@Umlaut.de', 'Ärger@umlaut.DE', 'plain@umlaut.de', 'PLAIN@umlaut.de'];
    const text = [
      header,
      ...emails.map((email, index) => `umlaut,${email},${index % 2 ? 'Named' : ''},${index}`),
    ].join('\n');
    expect(await imports.carryOut('assign', text)).toMatchObject({
      succeeded: 4,
      state: 'succeeded',
    });
    expect(await imports.assignedOf(product.id)).toEqual([
      'Ärger@Umlaut.de',
      'Ärger@Umlaut.de',
      'plain@umlaut.de',
      'plain@umlaut.de',
    ]);
    expect(await imports.carryOut('assign', text)).toMatchObject({ unchanged: 4 });
    const more = [header, 'umlaut,Ärger@UMLAUT.de,,again', 'umlaut,ärger@umlaut.de,,small'];
    expect(await imports.carryOut('assign', more.join('\n'))).toMatchObject({
      succeeded: 2,
      refused: 0,
    });
    const customers = await imports.app.strapi.db
      .connection('license_keys_customers')
      .where('email', 'like', '%@umlaut.de')
      .orWhere('email', 'Ärger@Umlaut.de')
      .select<{ name: string }[]>('name');
    expect(customers.filter(({ name }) => name === 'Named')).toHaveLength(2);
  });

  it('creates no customer where the role may not', async () => {
    const staff = await imports.staffWith('import', 'assign', 'read');
    await imports.pool('strict', 1);
    const file = bodyOf<{ data: ImportItem }>(
      await imports.send('assign', 'product,customer_email\nstrict,nobody@strict.com\n', staff)
    ).data;
    const response = await staff
      .post(`${IMPORTS}/${file.id}/dry-run`)
      .send({ mapping: file.mapping })
      .expect(200);
    expect(bodyOf<{ data: ImportReport }>(response).data).toMatchObject({ refused: 1 });
  });
});
