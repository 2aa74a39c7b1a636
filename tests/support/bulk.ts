import type { Response } from 'supertest';

import type { DryRun } from '../../src/plugins/license-keys/shared/bulk';
import type { DeviceDryRun } from '../../src/plugins/license-keys/shared/devices';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import type { Admin } from './admin';
import { bodyOf } from './http';

/** Of licenses, or of devices. */
interface Paths {
  '/bulk': DryRun['data'];
  '/activations/bulk': DeviceDryRun['data'];
}

export const tryInBulk = async <Path extends keyof Paths>(
  admin: Admin,
  path: Path,
  body: object
): Promise<Paths[Path]> =>
  bodyOf<{ data: Paths[Path] }>(
    await admin.post(`/license-keys${path}/dry-run`).send(body).expect(200)
  ).data;

/** Tries first, as the page does, and asks for what was tried. */
export const sendInBulk = async (
  admin: Admin,
  path: keyof Paths,
  body: object
): Promise<Response> => {
  const { fingerprint } = await tryInBulk(admin, path, body);
  return admin.post(`/license-keys${path}`).send({ ...body, fingerprint });
};

/** The id of the job that does it. */
export const startInBulk = async (
  admin: Admin,
  path: keyof Paths,
  body: object
): Promise<number> => {
  const response = await sendInBulk(admin, path, body);
  expect(response.status).toBe(202);
  return bodyOf<{ data: JobItem }>(response).data.id;
};
