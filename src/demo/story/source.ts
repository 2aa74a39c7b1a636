import { base, en, Faker, generateMersenne53Randomizer } from '@faker-js/faker';
import type { LocaleDefinition, Randomizer } from '@faker-js/faker';

import type { Staff, Author } from './types';

/** Any number; the same one makes the same demo. */
const SEED = 20_250_501;

/** All of a story's chance comes from one seeded sequence, whichever language it speaks. */
export interface Source {
  faker: Faker;
  speaking: (locale: LocaleDefinition) => Faker;
}

const speakerOf = (randomizer: Randomizer, locales: LocaleDefinition[]) =>
  new Faker({ locale: [...locales, en, base], randomizer });

export const createSource = (): Source => {
  const randomizer = generateMersenne53Randomizer();
  randomizer.seed(SEED);
  return {
    faker: speakerOf(randomizer, []),
    speaking: (locale) => speakerOf(randomizer, [locale]),
  };
};

/** A number from 0 to 1 that is small more often than large: the higher the power, the more often. */
export const skewed = (faker: Faker, power: number): number => faker.number.float() ** power;

/** An address from the ranges that are reserved for documentation. */
export const address = (faker: Faker): string => {
  if (faker.datatype.boolean(0.1)) {
    const [a, b] = [faker.number.hex(0xffff), faker.number.hex(0xffff)];
    return `2001:db8:${a}::${b}`;
  }
  const network = faker.helpers.arrayElement(['192.0.2', '198.51.100', '203.0.113']);
  return `${network}.${String(faker.number.int({ min: 1, max: 254 }))}`;
};

/** A name for a domain that cannot exist. */
export const domain = (faker: Faker): string => {
  const owner = faker.person
    .lastName()
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const trade = faker.helpers.arrayElement([
    'labs',
    'works',
    'media',
    'digital',
    'systems',
    'studio',
  ]);
  return `${owner}-${trade}.example`;
};

const OFFICE = '203.0.113.10';

export const staffMember = (faker: Faker): Author => {
  const who: Staff = faker.datatype.boolean(0.25) ? 'owner' : 'manager';
  return { who, ip: OFFICE, requestId: faker.string.uuid() };
};

export const software = (faker: Faker, ip: string | null): Author => ({
  who: 'public',
  ip,
  requestId: faker.string.uuid(),
});

export const SYSTEM_AUTHOR: Author = { who: 'system', ip: null, requestId: null };
