import { EXPORT_COUNT_HEADER, type SavedView } from '../../src/plugins/license-keys/shared/list';
import { createAdminWith, registerSuperAdmin, type Admin } from '../support/admin';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { stockOf, type Stock } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let admin: Admin;
let stock: Stock;

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  stock = stockOf(app.strapi);
});

afterAll(async () => {
  await app.stop();
});

const exportOf = (query: string) =>
  admin.get(`/license-keys/exports/licenses?environment=production&${query}`);

describe('an export', () => {
  it('has all rows that match, in the order of the list, as CSV', async () => {
    const product = await stock.product({ name: 'Exported' });
    const keys = Array.from({ length: 120 }, (_, index) => `EXPORT-${String(index + 100)}`);
    for (const key of keys) await stock.license({ key, product, state: 'available' });

    const response = await exportOf(
      `format=csv&product=${product.documentId}&sort=key:desc`
    ).expect(200);
    const lines = response.text.replace('\uFEFF', '').trim().split('\n');
    expect(lines[0]).toMatch(/^key,status,product,/);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(keys.toReversed());
    expect(response.headers[EXPORT_COUNT_HEADER.toLowerCase()]).toBe('120');
    expect(response.headers['content-disposition']).toMatch(/licenses-production-.*\.csv/);
  });

  it('gives a spreadsheet no formula to run', async () => {
    const customer = await stock.customer({ name: '=HYPERLINK("http://evil.example")' });
    const license = await stock.license({ customer, activationLimit: -1 });
    const response = await exportOf(`format=csv&_q=${license.key}`).expect(200);
    const [, row = ''] = response.text.trim().split('\n');
    expect(row).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(row).toContain(',-1,');
  });

  it('comes as one JSON array, empty where nothing matches', async () => {
    const license = await stock.license();
    const one = await exportOf(`format=json&_q=${license.key}`).expect(200);
    expect(bodyOf<object[]>(one)).toEqual([expect.objectContaining({ key: license.key })]);
    const none = await exportOf('format=json&_q=nothing-like-this').expect(200);
    expect(bodyOf<object[]>(none)).toEqual([]);
  });

  it('is audited with who, what and how many, in a chain that verifies', async () => {
    await exportOf('format=csv&state=revoked').expect(200);
    const entry = (await app.strapi.db
      .query('plugin::license-keys.audit-entry')
      .findOne({ where: { action: 'export' }, orderBy: { id: 'desc' } })) as object;
    expect(entry).toMatchObject({
      environment: 'production',
      actorId: String(admin.id),
      changes: { export: { after: { format: 'csv', state: 'revoked', rows: 0 } } },
    });
    expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
  });
});

describe('saved views', () => {
  const viewsOf = async (who: Admin): Promise<SavedView[]> =>
    bodyOf<{ data: SavedView[] }>(await who.get('/license-keys/views').expect(200)).data;

  it('are kept per administrator, replaced by name, and deleted by their owner only', async () => {
    const other = await createAdminWith(app.http, admin, [
      { action: 'plugin::license-keys.license.read' },
    ]);
    const save = (query: string) =>
      admin.post('/license-keys/views').send({ name: 'Expiring soon', query }).expect(201);
    await save('expires=30');
    await save('expires=14');

    const [view] = await viewsOf(admin);
    expect(await viewsOf(admin)).toEqual([
      { id: view?.id, name: 'Expiring soon', query: 'expires=14' },
    ]);
    expect(await viewsOf(other)).toEqual([]);
    await other.delete(`/license-keys/views/${view?.id ?? 0}`).expect(404);
    await admin.delete(`/license-keys/views/${view?.id ?? 0}`).expect(204);
    expect(await viewsOf(admin)).toEqual([]);
  });
});
