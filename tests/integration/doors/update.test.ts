import type { State } from '../../../src/plugins/license-keys/shared/states';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { UPDATE_DOORS } from '../../support/doors';
import { ended, pictureOf } from '../../support/picture';
import { expectRefused } from '../../support/refusal';
import { allowedAfter, ILLEGAL_CHANGES, LEGAL_CHANGES, SAME_STATE } from '../../support/states';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

const SOME_INSTANT: unknown = expect.any(Number);

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const dataFor = (from: State, to: State) => ({
  state: to,
  ...(from === 'available' && to === 'assigned' && { customer: catalog.customer.id }),
});

describe.each(UPDATE_DOORS)('$name', ({ answers, write }) => {
  it.each(LEGAL_CHANGES)('carries a change from %s to %s out whole', async (from, to, action) => {
    const license = await createLicense(app.strapi, catalog, from);
    const before = await pictureOf(app.strapi, license);

    const answer = await write(app.strapi, license, dataFor(from, to));

    expect(answer).toMatchObject(answers === 'row' ? { id: license.id, state: to } : { count: 1 });
    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      state: to,
      customer: catalog.customer.id,
      assignedAt: action === 'assign' ? SOME_INSTANT : before.assignedAt,
      firstActivatedAt: action === 'activate' ? SOME_INSTANT : before.firstActivatedAt,
      devices: to === 'revoked' ? ended(before.devices, 'system') : before.devices,
      trail: [...before.trail, { action, from, to, actorType: 'system' }],
    });
  });

  it.each(ILLEGAL_CHANGES)('refuses a change from %s to %s', async (from, to) => {
    const license = await createLicense(app.strapi, catalog, from);

    await expectRefused(app.strapi, () => write(app.strapi, license, dataFor(from, to)), {
      code: 'INVALID_TRANSITION',
      from,
      to,
      allowed: allowedAfter(from),
    });
  });

  it.each(SAME_STATE)('takes %s to %s for no change at all', async (from, to) => {
    const license = await createLicense(app.strapi, catalog, from);
    const before = await pictureOf(app.strapi, license);

    const answer = await write(app.strapi, license, dataFor(from, to));

    expect(answer).toMatchObject(answers === 'row' ? { id: license.id, state: to } : { count: 1 });
    expect(await pictureOf(app.strapi, license)).toEqual(before);
  });
});
