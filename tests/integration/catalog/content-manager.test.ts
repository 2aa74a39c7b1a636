import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { registerSuperAdmin, type Admin } from '../../support/admin';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { bodyOf } from '../../support/http';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { readAll } from '../../support/tables';

interface Saved {
  data: Record<string, unknown> & { id: number; documentId: string };
}

let app: TestStrapi;
let admin: Admin;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  admin = await registerSuperAdmin(app.http);
  catalog = await createCatalog(app.strapi);
});

afterAll(() => app.stop());

const pathOf = (uid: string, documentId = '') =>
  `/content-manager/collection-types/${uid}${documentId && `/${documentId}`}`;

const environment = 'production';

/** As the form of the Content Manager sends it: a relation with both ids, JSON as text. */
const connected = ({ id, documentId }: { id: number; documentId: string }) => ({
  connect: [{ id, documentId, isTemporary: true }],
  disconnect: [],
});
const UNTOUCHED = { connect: [], disconnect: [] };

const FORMS = [
  {
    uid: UID.product,
    draft: () => ({
      name: 'Pro Plan',
      slug: unique('pro-plan'),
      environment,
      active: true,
      features: '{ "seats": 5 }',
      metadata: '',
    }),
    edit: () => ({ name: 'Pro Plan II', features: '{"seats":6}' }),
    saved: { name: 'Pro Plan II', active: true, features: { seats: 6 }, metadata: null },
  },
  {
    uid: UID.customer,
    draft: () => ({ name: 'Ada', email: `${unique('ada')}@example.com`, environment }),
    edit: () => ({ company: 'Analytical Engines', metadata: '{"tier":"gold"}' }),
    saved: { name: 'Ada', company: 'Analytical Engines', metadata: { tier: 'gold' } },
  },
  {
    uid: UID.generator,
    draft: () => ({
      name: 'Yearly',
      environment,
      type: 'chunk',
      product: connected(catalog.product),
      activationLimit: 3,
      format: '{ "length": 20, "segmentLength": 4 }',
      validity: '{ "amount": 1, "unit": "year" }',
    }),
    edit: () => ({ product: UNTOUCHED, name: 'Monthly', validity: '{"amount":1,"unit":"month"}' }),
    saved: {
      name: 'Monthly',
      activationLimit: 3,
      format: { length: 20, segmentLength: 4 },
      validity: { amount: 1, unit: 'month' },
    },
  },
];

describe.each(FORMS)('$uid', ({ uid, draft, edit, saved }) => {
  it('is made, changed and removed in the Content Manager', async () => {
    const created = await admin.post(pathOf(uid)).send(draft()).expect(201);
    const { documentId } = bodyOf<Saved>(created).data;

    await admin.put(pathOf(uid, documentId)).send(edit()).expect(200);

    const read = await admin.get(pathOf(uid, documentId)).expect(200);
    expect(bodyOf<Saved>(read).data).toMatchObject(saved);

    await admin.delete(pathOf(uid, documentId)).expect(200);
    await admin.get(pathOf(uid, documentId)).expect(404);
  });
});

describe('a generator in the Content Manager', () => {
  it('has its product', async () => {
    const draft = {
      name: 'Yearly',
      environment,
      type: 'uuid',
      product: connected(catalog.product),
    };
    const created = await admin.post(pathOf(UID.generator)).send(draft).expect(201);
    const { documentId } = bodyOf<Saved>(created).data;

    const relations = await admin
      .get(`/content-manager/relations/${UID.generator}/${documentId}/product`)
      .expect(200);

    expect(bodyOf<{ results: object[] }>(relations).results).toMatchObject([
      { documentId: catalog.product.documentId },
    ]);
  });

  it('is refused with the rule that it breaks', async () => {
    const draft = {
      name: 'Weak',
      environment,
      type: 'chunk',
      product: connected(catalog.product),
      format: '{"length":5}',
    };

    const response = await admin.post(pathOf(UID.generator)).send(draft).expect(400);

    expect(bodyOf<{ error: object }>(response).error).toMatchObject({
      status: 400,
      name: 'LicenseError',
      details: { code: 'INVALID_FORMAT', field: 'format' },
    });
  });
});

describe.each([
  { uid: UID.license, draft: { key: 'A-KEY', environment } },
  { uid: UID.activation, draft: { fingerprint: 'device', activatedAt: new Date() } },
  { uid: UID.auditEntry, draft: { action: 'edit', hash: '0' } },
])('$uid', ({ uid, draft }) => {
  it('is written by nobody in the Content Manager, not by a super administrator', async () => {
    await createLicense(app.strapi, catalog, 'active');
    const row = (await app.strapi.db.query(uid).findOne({})) as { documentId: string };
    const before = await readAll(app.strapi);

    await admin.post(pathOf(uid)).send(draft).expect(403);
    await admin.put(pathOf(uid, row.documentId)).send(draft).expect(403);
    await admin.delete(pathOf(uid, row.documentId)).expect(403);
    await admin
      .post(`${pathOf(uid)}/clone/${row.documentId}`)
      .send(draft)
      .expect(403);
    await admin
      .post(`${pathOf(uid)}/actions/bulkDelete`)
      .send({ documentIds: [row.documentId] })
      .expect(403);

    expect(await readAll(app.strapi)).toEqual(before);
  });
});
