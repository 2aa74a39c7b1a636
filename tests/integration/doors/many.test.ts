import type { License } from '../../../src/plugins/license-keys/server/src/domain/types';
import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import type { State } from '../../../src/plugins/license-keys/shared/states';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { ended, pictureOf, type Picture } from '../../support/picture';
import { expectRefused } from '../../support/refusal';
import { service } from '../../support/plugin';
import { SYSTEM, unique } from '../../support/stock';
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

const createAll = async (states: readonly State[]): Promise<License[]> => {
  const licenses = [];
  for (const state of states) licenses.push(await createLicense(app.strapi, catalog, state));
  return licenses;
};

const picturesOf = async (licenses: readonly License[]): Promise<Picture[]> =>
  Promise.all(licenses.map(async (license) => pictureOf(app.strapi, license)));

describe('updateMany', () => {
  const updateMany = async (where: object, data: object) =>
    app.strapi.db.query(UID.license).updateMany({ where, data });

  it('changes the rows that its condition meets, each with an entry of its own', async () => {
    const licenses = await createAll(['active', 'inactive', 'expired', 'suspended']);
    const before = await picturesOf(licenses);

    const answer = await updateMany({ state: { $ne: 'suspended' } }, { state: 'revoked' });

    expect(answer).toEqual({ count: 3 });
    expect(await picturesOf(licenses)).toEqual(
      before.map(({ state: from, devices, trail, ...others }) =>
        from === 'suspended'
          ? { state: from, devices, trail, ...others }
          : {
              ...others,
              state: 'revoked',
              devices: ended(devices, 'system'),
              trail: [...trail, { action: 'revoke', from, to: 'revoked', actorType: 'system' }],
            }
      )
    );
  });

  it('counts rows that are so already, and leaves them alone', async () => {
    const licenses = await createAll(['active', 'suspended']);
    const [active, suspended] = await picturesOf(licenses);

    expect(await updateMany({}, { state: 'suspended' })).toEqual({ count: 2 });

    expect(await picturesOf(licenses)).toEqual([
      {
        ...active,
        state: 'suspended',
        trail: [
          ...(active?.trail ?? []),
          { action: 'suspend', from: 'active', to: 'suspended', actorType: 'system' },
        ],
      },
      suspended,
    ]);
  });

  it('changes nothing where its condition meets nothing', async () => {
    const licenses = await createAll(['active']);
    const before = await picturesOf(licenses);

    expect(await updateMany({ key: 'no such key' }, { state: 'revoked' })).toEqual({ count: 0 });
    expect(await picturesOf(licenses)).toEqual(before);
  });

  it.each<{ states: State[]; to: State }>([
    { states: ['active', 'available'], to: 'suspended' },
    { states: ['inactive', 'suspended', 'revoked'], to: 'active' },
    { states: ['expired', 'active', 'suspended'], to: 'revoked' },
    { states: ['revoked', 'active'], to: 'expired' },
  ])('writes none of $states where one cannot become $to', async ({ states, to }) => {
    await createAll(states);

    await expectRefused(app.strapi, () => updateMany({}, { state: to }), {
      code: 'INVALID_TRANSITION',
      to,
    });
  });

  it('writes nothing of more than 10,000 licenses', async () => {
    const generating = service(app.strapi, 'generating');
    const { documentId } = catalog.generator;
    for (const count of [...Array<number>(10).fill(1000), 1]) {
      await generating.generate({ documentId, count, actor: SYSTEM });
    }

    await expectRefused(app.strapi, () => updateMany({}, { activationLimit: 7 }), {
      code: 'TOO_MANY_ROWS',
    });
  });

  it('writes no edit where one license is closed to it', async () => {
    await createAll(['active', 'revoked']);

    await expectRefused(app.strapi, () => updateMany({}, { activationLimit: 7 }), {
      code: 'LICENSE_REVOKED',
    });
  });
});

describe('createMany', () => {
  const dataOf = (fields: object = {}) => ({
    key: unique('KEY'),
    environment: 'production',
    product: catalog.product.id,
    ...fields,
  });
  const createMany = async (data: object[]) =>
    app.strapi.db.query(UID.license).createMany({ data });

  it('makes each license with an entry of its own', async () => {
    const answer = await createMany([dataOf(), dataOf({ customer: catalog.customer.id })]);

    expect(answer).toMatchObject({ count: 2 });
    const created = await app.strapi.db.query(UID.license).findMany({ orderBy: { id: 'asc' } });
    expect(await picturesOf(created as License[])).toMatchObject([
      { state: 'available', trail: [{ action: 'create', from: null, to: 'available' }] },
      { state: 'assigned', trail: [{ action: 'create', from: null, to: 'assigned' }] },
    ]);
  });

  it('makes none where one starts in a later state', async () => {
    const data = [dataOf(), dataOf({ state: 'active', customer: catalog.customer.id })];

    await expectRefused(app.strapi, () => createMany(data), {
      code: 'INVALID_TRANSITION',
      from: null,
      to: 'active',
    });
  });

  it('makes none where two have the same key', async () => {
    const data = [dataOf({ key: 'SAME-KEY' }), dataOf(), dataOf({ key: 'SAME-KEY' })];

    await expectRefused(app.strapi, () => createMany(data), { code: 'KEY_TAKEN' });
  });

  it('makes none where one has a key that exists', async () => {
    const { key } = await createLicense(app.strapi, catalog, 'available');

    await expectRefused(app.strapi, () => createMany([dataOf(), dataOf({ key })]), {
      code: 'KEY_TAKEN',
    });
  });
});
