import type { ExportBody } from '../../src/plugins/license-keys/shared/bulk';
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

const exportOf = (body: Partial<ExportBody>) =>
  admin
    .post('/license-keys/exports/licenses')
    .send({ environment: 'production', format: 'csv', filter: {}, ...body });

/** The rows of a file, without its head. */
const rowsOf = ({ text }: { text: string }): string[] =>
  text.replace('\uFEFF', '').trim().split('\n').slice(1);

describe('an export', () => {
  it('has all rows that match, in the order of the list, as CSV', async () => {
    const product = await stock.product({ name: 'Exported' });
    const keys = Array.from({ length: 120 }, (_, index) => `EXPORT-${String(index + 100)}`);
    for (const key of keys) await stock.license({ key, product, state: 'available' });

    const response = await exportOf({
      filter: { product: product.documentId },
      sort: 'key:desc',
    }).expect(200);
    expect(response.text).toMatch(/^\uFEFFkey,status,product,/);
    expect(rowsOf(response).map((row) => row.split(',')[0])).toEqual(keys.toReversed());
    expect(response.headers[EXPORT_COUNT_HEADER.toLowerCase()]).toBe('120');
    expect(response.headers['content-disposition']).toMatch(/licenses-production-.*\.csv/);
  });

  it('gives a spreadsheet no formula to run', async () => {
    const customer = await stock.customer({ name: '=HYPERLINK("http://evil.example")' });
    const license = await stock.license({ customer, activationLimit: -1 });
    const response = await exportOf({ filter: { _q: license.key } }).expect(200);
    const [row = ''] = rowsOf(response);
    expect(row).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(row).toContain(',-1,');
  });

  it.each([
    ['no filter', { filter: undefined }],
    ['a filter that does not exist', { filter: { price: 1 } }],
    ['rows one by one', { ids: ['a'] }],
    ['a sort that does not exist', { sort: 'price:asc' }],
    ['another format', { format: 'xlsx' }],
  ])('is refused with %s', async (_what, body) => {
    await exportOf(body as Partial<ExportBody>).expect(400);
  });

  it('comes as one JSON array, empty where nothing matches', async () => {
    const license = await stock.license();
    const one = await exportOf({
      format: 'json',
      filter: { _q: license.key },
    }).expect(200);
    expect(bodyOf<object[]>(one)).toEqual([expect.objectContaining({ key: license.key })]);
    const none = await exportOf({
      format: 'json',
      filter: { _q: 'nothing-like-this' },
    }).expect(200);
    expect(bodyOf<object[]>(none)).toEqual([]);
  });

  it('is none of a job that is gone', async () => {
    await exportOf({ filter: { job: 999 } }).expect(404);
  });

  it('is audited with who, what and how many, in a chain that verifies', async () => {
    await exportOf({ filter: { use: 'full', _q: 'nothing' } }).expect(200);
    const entry = (await app.strapi.db
      .query('plugin::license-keys.audit-entry')
      .findOne({ where: { action: 'export' }, orderBy: { id: 'desc' } })) as object;
    expect(entry).toMatchObject({
      environment: 'production',
      actorId: String(admin.id),
      changes: { export: { before: null, after: { format: 'csv', use: 'full', rows: 0 } } },
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
