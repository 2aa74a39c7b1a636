import type { Change, Circumstances } from '../../plugins/license-keys/server/src/domain/change';
import {
  deactivationOf,
  decideActivation,
} from '../../plugins/license-keys/server/src/domain/devices';
import { judge } from '../../plugins/license-keys/server/src/domain/verdict';
import { answerRefused, orThrow } from '../../plugins/license-keys/server/src/errors';
import {
  endActivations,
  insertActivation,
  writeLastVerified,
} from '../../plugins/license-keys/server/src/store/activations';
import type { Db } from '../../plugins/license-keys/server/src/store/database';
import { existing } from './existing';
import type { Life } from './life';

const BATCH = 500;

const holders = ({ devices }: Life) =>
  [...devices.values()].filter(({ deactivatedAt }) => deactivatedAt === null);

/** Gives a device a slot, if the plugin would. */
export const activate = async (
  db: Db,
  life: Life,
  place: number,
  circumstances: Circumstances
): Promise<Change> => {
  const { plan, license, product, devices } = life;
  const { device } = existing(plan.devices[place], 'a device');
  const [first, ...others] = judge(
    { license, product, activation: null, activationCount: holders(life).length },
    { purpose: 'activate', fingerprint: device.fingerprint },
    circumstances.graceDays,
    circumstances.now
  );
  if (first) {
    throw answerRefused(first.code, [first, ...others]);
  }
  const activation = await insertActivation(db, license.id, device, circumstances.now);
  devices.set(place, activation);
  return orThrow(decideActivation(license, activation, circumstances));
};

/** Takes a device's slot away as its owner would. */
export const deactivate = async (
  db: Db,
  { license, devices }: Life,
  place: number,
  now: Date
): Promise<Change> => {
  const activation = existing(devices.get(place), 'an activation');
  await endActivations(db, { id: activation.id }, 'customer', now);
  devices.set(place, { ...activation, deactivatedAt: now });
  return deactivationOf(license, activation);
};

/** Writes when each device was last seen, as the plugin does: apart from what happens, and in batches. */
export const writeLastSeen = async (db: Db, lives: Iterable<Life>): Promise<void> => {
  const seen = [...lives].flatMap(({ plan, devices }) =>
    [...devices].map(([place, { id }]) => {
      const { lastSeenAt } = existing(plan.devices[place], 'a device');
      return [id, lastSeenAt] as const;
    })
  );
  for (let start = 0; start < seen.length; start += BATCH) {
    await writeLastVerified(db, seen.slice(start, start + BATCH));
  }
};
