import { TABLE, UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { expectRefused } from '../../support/refusal';
import { ALL_STATES, FIRST_STATES } from '../../support/states';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const clone = async (documentId: string, data: object) =>
  app.strapi.documents(UID.license).clone({ documentId, data });

describe('documents().clone', () => {
  it.each(FIRST_STATES)('makes a new license out of one that is %s', async (state) => {
    const original = await createLicense(app.strapi, catalog, state);
    const before = await pictureOf(app.strapi, original);

    const answer = await clone(original.documentId, { key: unique('KEY') });

    const documentId = String(answer?.entries[0]?.documentId);
    expect(documentId).not.toBe(original.documentId);
    const copy = await pictureOf(app.strapi, { documentId });
    expect(copy).toMatchObject({
      state,
      customer: before.customer,
      activationLimit: before.activationLimit,
      trail: [{ action: 'create', from: null, to: state, actorType: 'system' }],
    });
    expect(await pictureOf(app.strapi, original)).toEqual(before);
  });

  it.each(ALL_STATES.filter((state) => !FIRST_STATES.includes(state)))(
    'does not start a license as %s',
    async (state) => {
      const { documentId } = await createLicense(app.strapi, catalog, state);
      await app.strapi.db.connection(TABLE.activation).delete();

      const data = { key: unique('KEY'), expiresAt: null };
      await expectRefused(app.strapi, () => clone(documentId, data), {
        code: 'INVALID_TRANSITION',
        from: null,
        to: state,
      });
    }
  );

  it('does not double devices', async () => {
    const { documentId } = await createLicense(app.strapi, catalog, 'active');

    await expectRefused(app.strapi, () => clone(documentId, { key: unique('KEY') }), {
      code: 'USE_CASE_ONLY',
      field: 'activations',
    });
  });

  it.each(FIRST_STATES)('does not double the key of a license that is %s', async (state) => {
    const { documentId } = await createLicense(app.strapi, catalog, state);

    await expectRefused(app.strapi, () => clone(documentId, {}), { code: 'KEY_TAKEN' });
  });
});
