import { yup } from '@strapi/utils';
import fc from 'fast-check';

import {
  FIELD_RULES,
  firstBrokenRule,
  isEmail,
  isKey,
  type RuledField,
} from '../../src/plugins/license-keys/server/src/domain/fields';
import { isActivationLimit, keyPrefix } from '../../src/plugins/license-keys/shared/limits';
import { after, NOW } from '../support/domain';

/** JSON text of so many bytes. */
const ofBytes = (bytes: number, letter = 'x') => {
  const frame = JSON.stringify({ text: '' }).length;
  return { text: letter.repeat((bytes - frame) / Buffer.byteLength(letter)) };
};

const KEPT: Record<RuledField, unknown[]> = {
  key: ['A', 'x'.repeat(255), 'with space inside', 'ключ-1'],
  activationLimit: [-1, 1, 10_000],
  expiresAt: [null, after(1)],
  features: [{}, { seats: 5, nested: { list: [1, 'a', null, true] } }],
  metadata: [{}, ofBytes(10_240)],
};

const BROKEN: Record<RuledField, unknown[]> = {
  key: [
    undefined,
    null,
    7,
    '',
    'x'.repeat(256),
    ' A',
    'A ',
    'A\u0000B',
    'A\nB',
    'A\u007fB',
    'A\u0085B',
    'A\ud800B',
  ],
  activationLimit: [0, -2, 1.5, 10_001, Number.NaN, Infinity, '5', null, undefined],
  expiresAt: [NOW, after(-1), new Date(Number.NaN), '2030-01-01', 1_900_000_000_000],
  features: [
    null,
    [],
    ['a'],
    'text',
    '{}',
    5,
    true,
    { value: 'A\u0000B' },
    { 'A\u0000B': 1 },
    { value: undefined },
    { value: Number.NaN },
  ],
  metadata: [null, [], 'text', 5, ofBytes(10_241), ofBytes(10_242, 'é')],
};

const CODES: Record<RuledField, string> = {
  key: 'INVALID_KEY',
  activationLimit: 'INVALID_ACTIVATION_LIMIT',
  expiresAt: 'INVALID_EXPIRY',
  features: 'INVALID_FEATURES',
  metadata: 'INVALID_METADATA',
};

const FIELDS = Object.keys(CODES) as RuledField[];
const casesOf = (values: Record<RuledField, unknown[]>) =>
  FIELDS.flatMap((field) => values[field].map((value) => [field, value] as const));

describe('the rule of a field', () => {
  it('exists for each that has one', () => {
    expect(Object.keys(FIELD_RULES).sort()).toEqual([...FIELDS].sort());
  });

  it.each(casesOf(KEPT))('of %s is kept by %j', (field, value) => {
    expect(firstBrokenRule({ [field]: value }, NOW)).toBeUndefined();
  });

  it.each(casesOf(BROKEN))('of %s is broken by %p', (field, value) => {
    expect(firstBrokenRule({ [field]: value }, NOW)).toMatchObject({
      code: CODES[field],
      details: { field },
    });
  });

  it('is not asked of a field that is not there', () => {
    expect(firstBrokenRule({}, NOW)).toBeUndefined();
  });

  it('of metadata counts bytes, not characters', () => {
    const metadata = ofBytes(10_242, 'é');

    expect(JSON.stringify(metadata).length).toBeLessThan(10_240);
    expect(firstBrokenRule({ metadata }, NOW)?.details).toEqual({
      field: 'metadata',
      maxBytes: 10_240,
    });
  });

  it('of metadata ends at a depth that nobody needs', () => {
    const nested = (levels: number): object => (levels === 1 ? {} : { a: nested(levels - 1) });

    expect(firstBrokenRule({ metadata: nested(33) }, NOW)).toBeUndefined();
    expect(firstBrokenRule({ metadata: nested(34) }, NOW)?.code).toBe('INVALID_METADATA');
  });
});

describe('an activation limit', () => {
  it('is -1 or a whole number from 1 to 10000', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.integer({ min: -5, max: 10_005 }), fc.double()),
        (limit) => {
          const expected = limit === -1 || (limit >= 1 && limit <= 10_000 && limit % 1 === 0);
          expect(isActivationLimit(limit)).toBe(expected);
        }
      )
    );
  });
});

describe('a key', () => {
  it('is shown as its first 8 characters', () => {
    expect(keyPrefix('ABCDEFGHIJKL')).toBe('ABCDEFGH');
    expect(keyPrefix('ABCDEFGHIJK')).toBe('ABCDEFG');
    expect(keyPrefix('AB12')).toBe('');
    expect(keyPrefix('ABCDEFG😀-1234')).toBe('ABCDEFG😀');
  });

  it('of visible ASCII is always one', () => {
    const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
    const keys = fc.string({ unit: visible, minLength: 1, maxLength: 255 });

    fc.assert(
      fc.property(keys, (key) => {
        expect(isKey(key)).toBe(true);
      })
    );
  });
});

describe('an e-mail address', () => {
  it.each([
    'ada@example.com',
    'Ada.Lovelace+shop@mail.engines.example',
    "o'neil@sons.example",
    'jörg@müller.example',
    'a@1.xn--p1ai',
    `a@${'a.'.repeat(126)}a`,
    `a@${'1.'.repeat(126)}aa`,
  ])('is %s, for Strapi too', (text) => {
    expect(isEmail(text)).toBe(true);
    expect(yup.string().email().isValidSync(text)).toBe(true);
  });

  it.each([
    'ada',
    'ada@localhost',
    'ada@example..com',
    'ada@-example.com',
    'ada@example.com ',
    'ada lovelace@example.com',
    '"ada"@example.com',
    'ada@example.com@example.com',
    'ada@example.c0',
  ])('is not %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  it('is told from a text of any length in no time', () => {
    for (const part of ['a.', '1.', 'a', 'a-', '@a.']) {
      expect(isEmail(`a@${part.repeat(500_000)}!`)).toBe(false);
    }
  });

  it('is one for Strapi, whatever it is made of', () => {
    const parts = fc.constantFrom('a', 'B', '7', 'é', '.', '-', '_', '~', '+', '@', '"', ' ');
    const texts = fc.array(parts, { maxLength: 20 }).map((all) => `a@${all.join('')}a.b`);

    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(isEmail(text));
        expect(yup.string().email().isValidSync(text)).toBe(true);
      })
    );
  });
});
