import type { Faker } from '@faker-js/faker';

import type { State } from '../../plugins/license-keys/shared/states';

/** The way that a license takes to the state that it is in today. */
export interface Course {
  state: State;
  /** It reaches its expiry. */
  lapses: boolean;
  /** A device is ever activated. */
  activates: boolean;
  /** How it is blocked, for now or until it is revoked. */
  block: 'inactivate' | 'suspend' | null;
}

type Weighted<T> = { weight: number; value: T }[];

const STATES_WITH_TERM: Weighted<State> = [
  { weight: 12, value: 'available' },
  { weight: 9, value: 'assigned' },
  { weight: 50, value: 'active' },
  { weight: 4, value: 'inactive' },
  { weight: 4, value: 'suspended' },
  { weight: 14, value: 'expired' },
  { weight: 7, value: 'revoked' },
];

/** A lifetime license does not expire. */
const LIFETIME_STATES = STATES_WITH_TERM.filter(({ value }) => value !== 'expired');

const FATES: Weighted<Pick<Course, 'lapses' | 'block'>> = [
  { weight: 45, value: { lapses: false, block: null } },
  { weight: 20, value: { lapses: false, block: 'inactivate' } },
  { weight: 20, value: { lapses: false, block: 'suspend' } },
  { weight: 15, value: { lapses: true, block: null } },
];

const LIFETIME_FATES = FATES.filter(({ value }) => !value.lapses);

export const drawCourse = (faker: Faker, isLifetime: boolean): Course => {
  const { helpers } = faker;
  const state = helpers.weightedArrayElement(isLifetime ? LIFETIME_STATES : STATES_WITH_TERM);
  const usual: Course = { state, lapses: false, activates: true, block: null };
  switch (state) {
    case 'available':
    case 'assigned':
      return { ...usual, activates: false };
    case 'active':
      return usual;
    case 'inactive':
      return { ...usual, block: 'inactivate' };
    case 'suspended':
      return { ...usual, block: 'suspend' };
    case 'expired':
      return { ...usual, lapses: true, activates: faker.datatype.boolean(0.85) };
    case 'revoked':
      return { ...usual, ...helpers.weightedArrayElement(isLifetime ? LIFETIME_FATES : FATES) };
  }
};
