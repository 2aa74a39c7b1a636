import { ADMIN } from '../../support/actors';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { pictureOf } from '../../support/picture';
import { service } from '../../support/plugin';
import { expectRefused } from '../../support/refusal';
import { ALL_STATES } from '../../support/states';
import { daysFromNow, SYSTEM } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';
import { turnsDuring } from '../../support/turns';

/** The sweep and the gate to `active` look at the same instant: the expiry and the days of grace after it. */
const GRACES = [
  { graceDays: 0, past: daysFromNow(-1), within: daysFromNow(1) },
  { graceDays: 7, past: daysFromNow(-8), within: daysFromNow(-6) },
];

describe.each(GRACES)('with $graceDays days of grace', ({ graceDays, past, within }) => {
  let app: TestStrapi;
  let catalog: Catalog;

  beforeAll(async () => {
    app = await startStrapi({ env: { LICENSE_GRACE_PERIOD_DAYS: String(graceDays) } });
    catalog = await createCatalog(app.strapi);
  });

  beforeEach(() => clearLicenses(app.strapi));

  afterAll(() => app.stop());

  const createPast = async (state: (typeof ALL_STATES)[number], expiresAt = past) =>
    createLicense(app.strapi, catalog, state, { expiresAt });

  const sweep = async () => service(app.strapi, 'licenses').expireDue(SYSTEM);

  it('leaves requests their turn between two licenses', async () => {
    for (let count = 0; count < 5; count += 1) await createPast('assigned');

    expect(await turnsDuring(sweep)).toBeGreaterThanOrEqual(5);
  });

  it('moves what is assigned or active and past, and nothing else', async () => {
    const licenses = [];
    for (const state of ALL_STATES) licenses.push(await createPast(state));
    const before = await Promise.all(licenses.map(async (each) => pictureOf(app.strapi, each)));

    expect(await sweep()).toBe(2);

    const after = await Promise.all(licenses.map(async (each) => pictureOf(app.strapi, each)));
    expect(after).toEqual(
      before.map((picture) =>
        picture.state === 'assigned' || picture.state === 'active'
          ? {
              ...picture,
              state: 'expired',
              trail: [
                ...picture.trail,
                { action: 'expire', from: picture.state, to: 'expired', actorType: 'system' },
              ],
            }
          : picture
      )
    );
  });

  it('moves it once', async () => {
    await createPast('active');

    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
  });

  it('leaves what is not past, or never will be', async () => {
    const running = await createPast('active', within);
    const lifetime = await createLicense(app.strapi, catalog, 'active');

    expect(await sweep()).toBe(0);

    for (const license of [running, lifetime]) {
      expect((await pictureOf(app.strapi, license)).state).toBe('active');
    }
  });

  it('does not expire a license before its time by name either', async () => {
    const { documentId } = await createPast('active', within);

    await expectRefused(
      app.strapi,
      async () => service(app.strapi, 'licenses').expire({ documentId, actor: ADMIN }),
      { code: 'LICENSE_NOT_EXPIRED' }
    );
  });

  describe.each([
    ['inactive', 'reactivate'],
    ['suspended', 'unsuspend'],
  ] as const)('a license that is %s', (state, action) => {
    const enable = async (documentId: string) =>
      service(app.strapi, 'licenses')[action]({ documentId, actor: ADMIN });

    it('does not come back once it is past', async () => {
      const { documentId } = await createPast(state);

      await expectRefused(app.strapi, async () => enable(documentId), {
        code: 'LICENSE_EXPIRED',
        from: state,
        to: 'active',
      });
    });

    it('comes back until then', async () => {
      const { documentId } = await createPast(state, within);

      expect(await enable(documentId)).toMatchObject({ state: 'active' });
    });

    it('comes back after its expiry was extended', async () => {
      const { documentId } = await createPast(state);

      await service(app.strapi, 'licenses').edit({
        documentId,
        edit: { expiresAt: daysFromNow(30) },
        actor: ADMIN,
      });

      expect(await enable(documentId)).toMatchObject({ state: 'active' });
    });
  });
});
