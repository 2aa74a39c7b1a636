import type { Faker } from '@faker-js/faker';

import { DEFAULT_CHARSET } from '../../plugins/license-keys/shared/key-format';
import type { KeyFormat } from '../../plugins/license-keys/shared/key-format';

const inSegments = (text: string, size: number, separator: string): string =>
  (text.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join(separator);

/** A key in the shape that the generator gives it, but from the seeded source: no real key may be guessable so. */
export const demoKey = (faker: Faker, format: KeyFormat): string => {
  const { prefix = '', suffix = '', separator = '-', length = 25, segmentLength = 5 } = format;
  const random = (count: number) =>
    faker.string.fromCharacters(format.charset ?? DEFAULT_CHARSET, count);
  switch (format.type) {
    case 'uuid':
      return `${prefix}${faker.string.uuid()}${suffix}`;
    case 'chunk':
      return `${prefix}${inSegments(random(length), segmentLength, separator)}${suffix}`;
    case 'custom':
      return (format.pattern ?? '')
        .replace(/\{(X+)\}/g, (_token, letters: string) => random(letters.length))
        .replace(/\{(#+)\}/g, (_token, digits: string) => faker.string.numeric(digits.length));
  }
};
