import type { License } from '../../../src/plugins/license-keys/server/src/domain/types';
import { ADMIN } from '../../support/actors';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { ended, pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { auditOf } from '../../support/rows';
import { ALL_STATES, allowedAfter, LEGAL_CHANGES } from '../../support/states';
import { daysFromNow, stockOf } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

const SOME_INSTANT: unknown = expect.any(Number);
const REASON = 'Found in a forum';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const ACTIONS = [
  ['assign', 'assigned'],
  ['inactivate', 'inactive'],
  ['reactivate', 'active'],
  ['suspend', 'suspended'],
  ['unsuspend', 'active'],
  ['revoke', 'revoked'],
  ['expire', 'expired'],
] as const;

type Action = (typeof ACTIONS)[number][0];

const act = async (action: Action, { documentId }: Pick<License, 'documentId'>) => {
  const licenses = service(app.strapi, 'licenses');
  const command = { documentId, actor: ADMIN, reason: REASON };
  return action === 'assign'
    ? licenses.assign({ ...command, customer: catalog.customer.documentId })
    : licenses[action](command);
};

const startsOf = (action: Action) =>
  LEGAL_CHANGES.filter(([, , name]) => name === action).map(([from]) => from);

describe.each(ACTIONS)('%s', (action, to) => {
  const create = async (from: (typeof ALL_STATES)[number]) => {
    const license = await createLicense(app.strapi, catalog, from);
    if (action === 'expire') await stockOf(app.strapi).setExpiry(license, daysFromNow(-1));
    return license;
  };

  it.each(startsOf(action))(`moves a license from %s to ${to}, whole`, async (from) => {
    const license = await create(from);
    const before = await pictureOf(app.strapi, license);

    expect(await act(action, license)).toMatchObject({ id: license.id, state: to });

    expect(await pictureOf(app.strapi, license)).toEqual({
      ...before,
      state: to,
      customer: catalog.customer.id,
      assignedAt: action === 'assign' ? SOME_INSTANT : before.assignedAt,
      devices: action === 'revoke' ? ended(before.devices, 'admin') : before.devices,
      trail: [...before.trail, { action, from, to, actorType: 'admin' }],
    });
  });

  it.each(startsOf(action))('tells who did it to one that was %s, and why', async (from) => {
    const license = await create(from);

    await act(action, license);

    expect((await auditOf(app.strapi, license.documentId)).at(-1)).toMatchObject({
      action,
      environment: 'production',
      actorType: 'admin',
      actorId: '7',
      actorName: 'Ada Lovelace',
      ip: '192.0.2.7',
      requestId: 'request-7',
      changes: { reason: { before: null, after: REASON } },
    });
  });

  it(`changes nothing on a license that is ${to}`, async () => {
    const license = await create(to);
    const before = await pictureOf(app.strapi, license);

    expect(await act(action, license)).toMatchObject({ id: license.id, state: to });

    expect(await pictureOf(app.strapi, license)).toEqual(before);
  });

  const others = ALL_STATES.filter(
    (state) =>
      state !== to &&
      !startsOf(action).includes(state) &&
      !(action === 'revoke' && state === 'suspended')
  );

  it.each(others)('is refused from %s', async (from) => {
    const license = await create(from);

    await expectRefused(app.strapi, async () => act(action, license), {
      code: 'INVALID_TRANSITION',
      from,
      to,
      allowed: allowedAfter(from),
    });
  });

  it('finds no license that is not there', async () => {
    await expectRefused(app.strapi, async () => act(action, { documentId: 'nowhere' }), {
      code: 'NOT_FOUND',
    });
  });
});
