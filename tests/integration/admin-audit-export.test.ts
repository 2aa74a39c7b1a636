import { flawOf } from '../../src/plugins/license-keys/server/src/domain/audit';
import type { AuditExportBody, AuditItem } from '../../src/plugins/license-keys/shared/audit';
import { PREVIEW_HEADER } from '../../src/plugins/license-keys/shared/license';
import { EXPORT_COUNT_HEADER } from '../../src/plugins/license-keys/shared/list';
import { createAdminWith } from '../support/admin';
import { GRACE, openAuditLog, type AuditLog } from '../support/audit-log';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { clearLicenses } from '../support/tables';

let app: AuditLog['app'];
let admin: AuditLog['admin'];
let stock: AuditLog['stock'];
let entries: AuditLog['entries'];
let find: AuditLog['find'];
let findOne: AuditLog['findOne'];
let exportOf: AuditLog['exportOf'];
let suspension: AuditLog['suspension'];

beforeAll(async () => {
  ({ app, admin, stock, entries, find, findOne, exportOf, suspension } = await openAuditLog());
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

describe('an export of the log', () => {
  it('has all entries that match, whole, in the order of the list, and not its own', async () => {
    await suspension('WANTED-1-ABC');
    await stock.license({ key: 'OTHER-99-ABC' });
    const listed = await find({ _q: 'WANTED', sort: 'occurredAt:asc' });
    const response = await exportOf({
      filter: { _q: 'WANTED' },
      sort: 'occurredAt:asc',
    }).expect(200);

    expect(bodyOf<AuditItem[]>(response)).toEqual(listed.data);
    expect(response.headers[EXPORT_COUNT_HEADER.toLowerCase()]).toBe('4');
    expect(response.headers['content-disposition']).toMatch(/audit-log-production-.*\.json/);
    expect(
      bodyOf<AuditItem[]>(await exportOf({ sort: 'occurredAt:asc' }).expect(200))
    ).toHaveLength(
      // The first export was an event like any other.
      listed.data.length + 2 + 1
    );
  });

  it('is the same whatever fits into a piece, also where entries share their time', async () => {
    for (let count = 0; count < 3; count += 1) await suspension(`WANTED-${String(count)}`);
    await entries().update({ occurred_at: new Date(0) });
    const ids = (await find({ sort: 'occurredAt:asc' })).data.map(({ id }) => id);
    const exported = async (sort: string) =>
      bodyOf<AuditItem[]>(await exportOf({ sort, filter: { occurredTo: '1970-01-01' } })).map(
        ({ id }) => id
      );

    expect(await exported('occurredAt:asc')).toEqual(ids);
    expect(await exported('occurredAt:desc')).toEqual(ids.toReversed());
  });

  it('gives a spreadsheet no formula to run, and no environment for a license', async () => {
    const license = await stock.license({ key: '=SUM(A1)-KEY', state: 'available' });
    await service(app.strapi, 'licenses').assign({
      documentId: license.documentId,
      customer: (await stock.customer()).documentId,
      actor: { ...GRACE, name: '=HYPERLINK("http://evil.example")' },
    });
    await exportOf({}).expect(200);
    const { text } = await exportOf({ format: 'csv', sort: 'occurredAt:asc' }).expect(200);
    const [head, created, assigned, exported] = text.replace('\uFEFF', '').trim().split('\n');

    expect(head).toMatch(/^occurred_at,action,key_prefix,license,actor_type,/);
    expect(created).toContain(`,create,'=SUM(A1),${license.documentId},system,`);
    expect(assigned).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(exported).toMatch(/,export,,,admin,/);
  });

  it('has in JSON all that the hashes are made of', async () => {
    await suspension('WANTED-1-ABC');
    await exportOf({}).expect(200);
    const items = bodyOf<AuditItem[]>(await exportOf({}).expect(200));

    expect(items.map(({ action }) => action)).toContain('export');
    for (const { id, licenseExists, names, occurredAt, ...entry } of items) {
      expect({
        id,
        flaw: flawOf({ ...entry, occurredAt: new Date(occurredAt) }, entry.previousHash),
      }).toEqual({ id, flaw: undefined });
    }
  });

  it('is audited with who, what and how many, in a chain that verifies', async () => {
    await suspension('WANTED-1-ABC');
    await exportOf({ format: 'csv', filter: { _q: 'WANTED-1-SECRET', action: 'suspend' } }).expect(
      200
    );

    const [entry] = (await find({ action: 'export' })).data;
    expect(entry).toMatchObject({
      licenseId: '*production',
      licenseExists: false,
      keyPrefix: '',
      actorType: 'admin',
      actorId: String(admin.id),
      changes: {
        export: {
          before: null,
          after: {
            list: 'audit-entries',
            format: 'csv',
            search: 'WANTED-1',
            action: 'suspend',
            rows: 1,
          },
        },
      },
    });
    expect((await findOne(entry?.id)).chain).toMatchObject({ entries: 1, broken: null });
  });

  it.each([
    ['no filter', { filter: undefined }],
    ['a filter that does not exist', { filter: { ip: '::1' } }],
    ['a page', { filter: { page: 2 } }],
    ['an environment in the filter', { filter: { environment: 'staging' } }],
    ['another format', { format: 'xlsx' }],
    ['an environment that does not exist', { environment: 'moon' }],
  ])('is refused with %s', async (_what, body) => {
    await exportOf(body as Partial<AuditExportBody>).expect(400);
  });
});

describe('a role', () => {
  it('that may read the log may not export it, nor see it by what it may otherwise', async () => {
    const reader = await createAdminWith(app.http, admin, [
      { action: 'plugin::license-keys.audit.read-audit' },
    ]);
    await reader.get('/license-keys/audit-entries?environment=production').expect(200);
    await reader
      .post('/license-keys/exports/audit-entries')
      .send({ environment: 'production', format: 'csv', filter: {} })
      .expect(403);
    await reader.get('/license-keys/licenses/1/audit').set(PREVIEW_HEADER, '').expect(403);
  });
});
