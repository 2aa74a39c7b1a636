import { UNLIMITED } from '../../plugins/license-keys/shared/limits';
import { inventDevice } from './devices';
import { bySoftware, during } from './scene';
import type { Phase, Scene } from './scene';
import { skewed } from './source';
import { DAY } from './span';
import type { DevicePlan, Event } from './types';

/** More devices than these nobody has in the demo, however many they may. */
const MAX_DEVICES = 8;
const RELEASES = 0.18;
const REPLACES = 0.6;
const LONGEST_SILENCE = 14 * DAY;

interface Slot {
  device: ReturnType<typeof inventDevice>;
  activation: Event;
  release: Event | null;
}

const drawSlot = (scene: Scene, index: number, phase: Phase, isReleased: boolean): Slot => {
  const device = inventDevice(scene.faker);
  const deedOf = (type: 'activate' | 'deactivate') => ({ type, device: index });
  return {
    device,
    activation: bySoftware(scene, during(scene, phase), deedOf('activate'), device.ip),
    release: isReleased
      ? bySoftware(scene, during(scene, 'release'), deedOf('deactivate'), device.ip)
      : null,
  };
};

/** A device is last seen shortly before it is given back, or before `silence` falls. */
const withLastSeen = (
  { faker }: Scene,
  { device, activation, release }: Slot,
  silence: Date
): DevicePlan => {
  const end = (release?.at ?? silence).getTime();
  const lastSeen = end - LONGEST_SILENCE * skewed(faker, 3);
  return { device, lastSeenAt: new Date(Math.max(activation.at.getTime(), lastSeen)) };
};

/** Which devices hold the license's slots and when; one may be given back, and its slot taken again. */
export const drawSlots = (
  scene: Scene,
  silence: Date
): { events: Event[]; devices: DevicePlan[] } => {
  const { faker, generator } = scene;
  const limit = generator.activationLimit === UNLIMITED ? MAX_DEVICES : generator.activationLimit;
  const count = 1 + Math.floor(skewed(faker, 2) * Math.min(limit, MAX_DEVICES));
  const isReleased = faker.datatype.boolean(RELEASES);
  const isReplaced = faker.datatype.boolean(REPLACES) && isReleased;
  const slots = Array.from({ length: count }, (_, index) =>
    drawSlot(scene, index, index === 0 ? 'firstDevice' : 'moreDevices', isReleased && index === 0)
  );
  if (isReplaced) {
    slots.push(drawSlot(scene, count, 'replacement', false));
  }
  return {
    events: slots.flatMap(({ activation, release }) => [activation, ...(release ? [release] : [])]),
    devices: slots.map((slot) => withLastSeen(scene, slot, silence)),
  };
};
