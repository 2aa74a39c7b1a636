import type { Faker } from '@faker-js/faker';

import type { Course } from './course';
import { software, staffMember } from './source';
import type { Span } from './span';
import type { Deed, Event, GeneratorPlan } from './types';

/** Parts of a span, one after the other: whatever is drawn inside of them comes in a legal order. */
const PHASES = {
  firstDevice: [0.005, 0.08],
  moreDevices: [0.1, 0.38],
  edit: [0.4, 0.48],
  pause: [0.5, 0.54],
  resume: [0.55, 0.6],
  release: [0.62, 0.74],
  replacement: [0.76, 0.84],
  block: [0.86, 0.92],
  revocation: [0.93, 0.99],
} as const satisfies Record<string, readonly [number, number]>;

export type Phase = keyof typeof PHASES;

/** What is settled about a license before its story is told. */
export interface Scene {
  faker: Faker;
  generator: GeneratorPlan;
  course: Course;
  span: Span;
  now: Date;
}

export const between = (faker: Faker, from: Date, to: Date, min: number, max: number): Date =>
  new Date(from.getTime() + faker.number.float({ min, max }) * (to.getTime() - from.getTime()));

export const during = ({ faker, span }: Scene, phase: Phase): Date => {
  const [min, max] = PHASES[phase];
  return between(faker, span.from, span.to, min, max);
};

export const byStaff = (
  { faker }: Scene,
  at: Date,
  deed: Deed,
  reasons?: readonly string[]
): Event => ({
  at,
  by: staffMember(faker),
  deed,
  ...(reasons && { reason: faker.helpers.arrayElement(reasons) }),
});

export const bySoftware = (
  { faker }: Scene,
  at: Date,
  deed: Extract<Deed, { device: number }>,
  ip: string | null
): Event => ({ at, by: software(faker, ip), deed });
