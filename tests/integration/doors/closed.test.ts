import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { DELETE_DOORS, type Data } from '../../support/doors';
import { expectRefused } from '../../support/refusal';
import { startStrapi, type TestStrapi } from '../../support/strapi';

interface Row {
  id: number;
  documentId: string;
}

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

afterAll(() => app.stop());

const NOW = new Date();

interface Closed {
  uid: (typeof UID)['activation' | 'auditEntry'];
  code: string;
  edit: Data;
  row: Data;
}

const CLOSED: Closed[] = [
  {
    uid: UID.activation,
    code: 'USE_CASE_ONLY',
    edit: { deactivatedAt: NOW },
    row: { fingerprint: 'another-device', activatedAt: NOW },
  },
  {
    uid: UID.auditEntry,
    code: 'APPEND_ONLY',
    edit: { actorName: 'Nobody' },
    row: {
      action: 'edit',
      licenseId: 'license-1',
      keyPrefix: 'ABCD-EFG',
      environment: 'production',
      actorType: 'system',
      occurredAt: NOW,
      hash: '0'.repeat(64),
    },
  },
];

describe.each(CLOSED)('$uid', ({ uid, code, edit, row: data }) => {
  const query = () => app.strapi.db.query(uid);
  const documents = () => app.strapi.documents(uid);

  let row: Row;

  beforeAll(async () => {
    await createLicense(app.strapi, catalog, 'active');
    row = (await query().findOne({})) as Row;
  });

  const refuses = async (attempt: () => Promise<unknown>) =>
    expectRefused(app.strapi, attempt, { code });

  it('has rows that could be written over', () => {
    expect(row.documentId).toEqual(expect.any(String));
  });

  it('is not written by db.query().create', async () => {
    await refuses(async () => query().create({ data }) as Promise<unknown>);
  });

  it('is not written by db.query().createMany', async () => {
    await refuses(async () => query().createMany({ data: [data] }));
  });

  it('is not written by documents().create', async () => {
    await refuses(async () => documents().create({ data }));
  });

  it('is not written by documents().clone', async () => {
    await refuses(async () => documents().clone({ documentId: row.documentId, data: edit }));
  });

  it('is not written by db.query().update', async () => {
    const { id } = row;
    await refuses(async () => query().update({ where: { id }, data: edit }) as Promise<unknown>);
  });

  it('is not written by db.query().updateMany', async () => {
    await refuses(async () => query().updateMany({ where: {}, data: edit }));
  });

  it('is not written by documents().update', async () => {
    await refuses(async () => documents().update({ documentId: row.documentId, data: edit }));
  });

  it.each(DELETE_DOORS)('is not taken away by $name', async ({ write }) => {
    await refuses(async () => write(app.strapi, uid, row));
  });
});
