import { randomInt } from 'node:crypto';

import { ACCOUNT_NAMES } from './accounts';
import type { AccountName } from './accounts';

export type Passwords = Record<AccountName, string>;

const CONSONANTS = 'bcdfghjkmnpqrstvwxz';
const VOWELS = 'aeiou';
const DIGITS = '23456789';
const WORDS = 5;

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

/** Easy to type, with every kind of character that Strapi asks for; five of them have 69 bits of entropy. */
const newWord = (): string =>
  pick(CONSONANTS).toUpperCase() + pick(VOWELS) + pick(CONSONANTS) + pick(DIGITS);

const newPassword = (): string => Array.from({ length: WORDS }, newWord).join('-');

export const newPasswords = (): Passwords =>
  Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, newPassword()])) as Passwords;
