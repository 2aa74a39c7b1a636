import type { Faker } from '@faker-js/faker';

import { UNLIMITED } from '../../plugins/license-keys/shared/limits';
import { drawCourse } from './course';
import { REASONS } from './reasons';
import { between, byStaff, during } from './scene';
import type { Scene } from './scene';
import { drawSlots } from './slots';
import { SYSTEM_AUTHOR } from './source';
import { daysBefore, drawSpan } from './span';
import type { Event, GeneratorPlan, History } from './types';

const SOLD_AT_ONCE = 0.35;
const EXTENDED = 0.06;
const PAUSED = 0.08;
const DAYS_IN_POOL = { min: 0.1, max: 120 };
/** The sweep comes by every minute. */
const SWEEP = 60_000;

const beginning = (scene: Scene): Event[] => {
  const { faker, course, span, now } = scene;
  const isSoldAtOnce = faker.datatype.boolean(SOLD_AT_ONCE);
  const daysInPool = faker.number.float(DAYS_IN_POOL);
  const pooledBefore = (date: Date) =>
    byStaff(scene, daysBefore(date, daysInPool), { type: 'create', assigned: false });
  if (course.state === 'available') {
    return [pooledBefore(now)];
  }
  return isSoldAtOnce
    ? [byStaff(scene, span.from, { type: 'create', assigned: true })]
    : [pooledBefore(span.from), byStaff(scene, span.from, { type: 'assign' })];
};

const edits = (scene: Scene): Event[] => {
  const { faker, span, generator } = scene;
  const isExtended = faker.datatype.boolean(EXTENDED) && generator.activationLimit !== UNLIMITED;
  if (span.renewedUntil) {
    const patch = { expiresAt: span.renewedUntil };
    return [byStaff(scene, during(scene, 'edit'), { type: 'edit', patch }, REASONS.renew)];
  }
  if (isExtended) {
    const seats = faker.number.int({ min: 1, max: 5 });
    const patch = { activationLimit: generator.activationLimit + seats };
    return [byStaff(scene, during(scene, 'edit'), { type: 'edit', patch }, REASONS.extend)];
  }
  return [];
};

const pause = (scene: Scene): Event[] => {
  if (!scene.faker.datatype.boolean(PAUSED)) {
    return [];
  }
  const [stop, go] = scene.faker.helpers.arrayElement([
    ['inactivate', 'reactivate'],
    ['suspend', 'unsuspend'],
  ] as const);
  return [
    byStaff(scene, during(scene, 'pause'), { type: stop }, REASONS[stop]),
    byStaff(scene, during(scene, 'resume'), { type: go }, REASONS[go]),
  ];
};

const expiration = ({ span }: Scene): Event => ({
  at: new Date((Math.floor(span.to.getTime() / SWEEP) + 1) * SWEEP),
  by: SYSTEM_AUTHOR,
  deed: { type: 'expire' },
});

/** How the license comes to its last state; empty where it lives on. */
const ending = (scene: Scene): Event[] => {
  const { faker, course, now } = scene;
  const events: Event[] = [];
  if (course.block) {
    const reasons = REASONS[course.block];
    events.push(byStaff(scene, during(scene, 'block'), { type: course.block }, reasons));
  }
  if (course.lapses) {
    events.push(expiration(scene));
  }
  if (course.state === 'revoked') {
    const at = course.lapses
      ? between(faker, expiration(scene).at, now, 0.1, 0.9)
      : during(scene, 'revocation');
    events.push(byStaff(scene, at, { type: 'revoke' }, REASONS.revoke));
  }
  return events;
};

/** Makes up the life of one license, up to the state that it is in at `now`. */
export const inventHistory = (faker: Faker, generator: GeneratorPlan, now: Date): History => {
  const course = drawCourse(faker, generator.validity === null);
  const span = drawSpan(faker, course, generator.validity, now);
  const scene: Scene = { faker, generator, course, span, now };
  const first = beginning(scene);
  const last = ending(scene);
  if (!course.activates) {
    return { events: [...first, ...last], devices: [] };
  }
  const slots = drawSlots(scene, last[0]?.at ?? now);
  const middle = [...slots.events, ...edits(scene), ...pause(scene)];
  return {
    events: [...first, ...middle.sort((a, b) => a.at.getTime() - b.at.getTime()), ...last],
    devices: slots.devices,
  };
};
