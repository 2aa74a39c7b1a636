import { startApi, type TestApi } from '../support/api';
import { reason } from '../support/contract';
import { bodyOf } from '../support/http';
import { DAY, daysFromNow } from '../support/stock';

const GRACE_DAYS = 7;

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ env: { LICENSE_GRACE_PERIOD_DAYS: String(GRACE_DAYS) } });
});

afterAll(() => api.stop());

const withGrace = (expiresAt: Date): Date => new Date(expiresAt.getTime() + GRACE_DAYS * DAY);

const validate = async (key: string): Promise<object> =>
  bodyOf<object>(await api.client.validate({ key }).expect(200));

describe('a grace period', () => {
  it('lets a license that has expired validate, and says so', async () => {
    const expiresAt = daysFromNow(-GRACE_DAYS + 1);
    const { key } = await api.stock.license({ expiresAt });

    expect(await validate(key)).toMatchObject({
      data: {
        valid: true,
        code: 'VALID',
        reasons: [],
        license: {
          state: 'active',
          expiresAt: expiresAt.toISOString(),
          inGracePeriod: true,
          graceEndsAt: withGrace(expiresAt).toISOString(),
        },
      },
    });
  });

  it('lets devices be activated until it ends', async () => {
    const { key } = await api.stock.license({ expiresAt: daysFromNow(-1), activationLimit: 2 });

    const response = await api.client.activate({ key, fingerprint: 'device-2' }).expect(201);

    expect(bodyOf<object>(response)).toMatchObject({
      data: { code: 'ACTIVATED', license: { inGracePeriod: true, activationCount: 2 } },
    });
  });

  it('is announced before it begins', async () => {
    const expiresAt = daysFromNow(1);
    const { key } = await api.stock.license({ expiresAt });

    expect(await validate(key)).toMatchObject({
      data: {
        valid: true,
        license: { inGracePeriod: false, graceEndsAt: withGrace(expiresAt).toISOString() },
      },
    });
  });

  it('ends: then the license is expired, since then, whether or not the sweep has come', async () => {
    const expiresAt = daysFromNow(-GRACE_DAYS - 1);
    const { key } = await api.stock.license({ expiresAt });
    const expired = reason('EXPIRED', { at: withGrace(expiresAt).toISOString() });

    expect(await validate(key)).toMatchObject({
      data: {
        valid: false,
        code: 'EXPIRED',
        reasons: [expired],
        license: {
          state: 'active',
          inGracePeriod: false,
          graceEndsAt: withGrace(expiresAt).toISOString(),
        },
      },
    });
    const refused = await api.client.activate({ key, fingerprint: 'device-2' }).expect(403);
    expect(bodyOf<object>(refused)).toMatchObject({
      error: { details: { code: 'EXPIRED', reasons: [expired] } },
    });
  });

  it('is none for a lifetime license', async () => {
    const { key } = await api.stock.license({ expiresAt: null });

    expect(await validate(key)).toMatchObject({
      data: { valid: true, license: { expiresAt: null, inGracePeriod: false, graceEndsAt: null } },
    });
  });
});
