import { cs_CZ, de, en, es, fr, it, ja, nl, pl, pt_BR, sv, tr, uk, zh_CN } from '@faker-js/faker';
import type { Faker, LocaleDefinition } from '@faker-js/faker';

import { domain } from './source';
import type { Source } from './source';
import type { CustomerPlan, Environment } from './types';
import { UNUSUAL_CUSTOMERS } from './unusual-customers';

/** Every so many customers of production, one with an unusual name. */
const UNUSUAL_EVERY = 23;

const LANGUAGES: { weight: number; value: LocaleDefinition }[] = [
  { weight: 46, value: en },
  { weight: 14, value: de },
  { weight: 7, value: fr },
  { weight: 5, value: es },
  { weight: 4, value: it },
  { weight: 4, value: nl },
  { weight: 4, value: pl },
  { weight: 3, value: cs_CZ },
  { weight: 3, value: pt_BR },
  { weight: 3, value: sv },
  { weight: 2, value: ja },
  { weight: 2, value: tr },
  { weight: 2, value: uk },
  { weight: 1, value: zh_CN },
];

/** Where the family's name comes first. */
const FAMILY_FIRST: readonly LocaleDefinition[] = [ja, zh_CN];

/** Letters that do not come apart into a letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const MAX_WORD = 40;

/** The text as it can stand in an address; empty for scripts that cannot. */
const addressWord = (text: string, separator: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßøłæðþı]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[\p{M}'’".]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(separator)
    .slice(0, MAX_WORD)
    .replace(/[^a-z0-9]+$/, '');

type Named = Pick<CustomerPlan, 'name' | 'company'>;

const inventPerson = ({ faker, speaking }: Source): Named => {
  const locale = faker.helpers.weightedArrayElement(LANGUAGES);
  const { person, company } = speaking(locale);
  const names = [person.firstName(), person.lastName()];
  const inOrder = FAMILY_FIRST.includes(locale) ? names.reverse() : names;
  return { name: inOrder.join(' '), company: company.name() };
};

const emailOf = (faker: Faker, { name, company }: Named, taken: Set<string>): string => {
  const mailbox = faker.helpers.arrayElement(['office', 'it', 'licenses', 'purchasing']);
  const otherHost = domain(faker);
  const person = addressWord(name, '.') || mailbox;
  const word = addressWord(company, '-');
  const host = word ? `${word}.example` : otherHost;
  let email = `${person}@${host}`;
  for (let next = 2; taken.has(email); next += 1) {
    email = `${person}${String(next)}@${host}`;
  }
  taken.add(email);
  return email;
};

const customersOf = (source: Source, environment: Environment, count: number): CustomerPlan[] => {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const usual = inventPerson(source);
    const unusual =
      environment === 'production' && index % UNUSUAL_EVERY === UNUSUAL_EVERY - 1
        ? UNUSUAL_CUSTOMERS[Math.floor(index / UNUSUAL_EVERY)]
        : undefined;
    const named = unusual ?? usual;
    return { ...named, email: emailOf(source.faker, named, taken), environment };
  });
};

export const inventCustomers = (source: Source): Record<Environment, CustomerPlan[]> => ({
  production: customersOf(source, 'production', 246),
  staging: customersOf(source, 'staging', 32),
  development: customersOf(source, 'development', 22),
});
