import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { DeviceItem } from '../../src/plugins/license-keys/shared/devices';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { registerSuperAdmin } from './admin';
import { startApi } from './api';
import { bodyOf } from './http';
import { service } from './plugin';
import { daysFromNow, SYSTEM } from './stock';

export const LIST = '/license-keys/activations';
export const environment = 'staging';

export type DeviceQuery = Record<string, string | number>;

/** Its dates in days ago. */
interface Device {
  name?: string;
  ip?: string;
  activated: number;
  verified?: number;
}

export type Devices = Awaited<ReturnType<typeof openDevices>>;

/** The application with two devices of Ada’s license, two of Grace’s and one of another environment, and an administrator. */
export const openDevices = async () => {
  const api = await startApi();
  const admin = await registerSuperAdmin(api.http);

  const licenseOf = (fields: object) =>
    api.stock.license({ environment, devices: [], state: 'assigned', ...fields });

  const activate = async (license: License, fingerprint: string, device: Device): Promise<void> => {
    const { name = null, ip = null, activated, verified } = device;
    await service(api.strapi, 'licensing').activate({
      environment: license.environment,
      key: license.key,
      device: { fingerprint, name, platform: null, ip, metadata: {} },
      actor: SYSTEM,
    });
    await api.strapi.db
      .connection(TABLE.activation)
      .where({ fingerprint })
      .update({
        activated_at: daysFromNow(-activated),
        last_verified_at: verified === undefined ? null : daysFromNow(-verified),
      });
  };

  const page = async (query: DeviceQuery = {}): Promise<Paged<DeviceItem>> =>
    bodyOf<Paged<DeviceItem>>(
      await admin
        .get(LIST)
        .query({ environment, ...query })
        .expect(200)
    );

  /** Fingerprints, without what is the same in all of them. */
  const find = async (query: DeviceQuery = {}): Promise<string[]> =>
    (await page(query)).data.map(({ fingerprint }) => fingerprint.replace('f-', ''));

  const pro = await api.stock.product({ environment, name: 'Pro' });
  const ada = await api.stock.customer({
    environment,
    name: 'Ada',
    email: 'ada@analytical.example',
  });
  const grace = await api.stock.customer({
    environment,
    name: 'Grace',
    email: 'grace@navy.example',
  });
  const zen = await api.stock.product({ environment, name: 'Zen' });
  const adas = await licenseOf({ key: 'AAAA-BBBB-ADAS', product: pro, customer: ada });
  const graces = await licenseOf({ key: 'ZZZZ-BBBB-GRACES', product: zen, customer: grace });
  await activate(adas, 'f-laptop', { name: 'Laptop', ip: '192.0.2.7', activated: 50, verified: 1 });
  await activate(adas, 'f-kiosk', { name: 'kiosk', activated: 80, verified: 40 });
  await activate(graces, 'f-build', { activated: 100, verified: 70 });
  await activate(graces, 'f-spare', { name: 'Spare', activated: 95 });
  const elsewhere = await api.stock.license({ devices: ['f-elsewhere'] });
  expect(elsewhere.environment).toBe('production');

  return { api, admin, pro, ada, adas, graces, licenseOf, activate, page, find };
};
