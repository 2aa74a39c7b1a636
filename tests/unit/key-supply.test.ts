import fc from 'fast-check';

import { generateKey } from '../../src/plugins/license-keys/server/src/domain/key-format';
import {
  decideKeySource,
  decideSupply,
} from '../../src/plugins/license-keys/server/src/domain/key-source';
import {
  entropyBits,
  keySupply,
  type KeyFormat,
} from '../../src/plugins/license-keys/shared/key-format';
import { accepted, NOW, refused } from '../support/domain';

const small = fc.oneof(
  fc.record<KeyFormat>({
    type: fc.constant('chunk'),
    length: fc.integer({ min: 1, max: 3 }),
    charset: fc.constantFrom('A', 'AB', 'ABB', 'ABC'),
    segmentLength: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record<KeyFormat>({
    type: fc.constant('custom'),
    pattern: fc.constantFrom('K{X}', '{XX}-{#}', '{YYYY}{MM}{XX}', 'NONE', '{X}{X}{X}'),
    charset: fc.constantFrom('A', 'AB', 'AAC'),
  })
);

const any = fc.oneof(
  small,
  fc.constant<KeyFormat>({ type: 'uuid' }),
  fc.record<KeyFormat>({ type: fc.constant('chunk'), length: fc.integer({ min: 1, max: 255 }) }),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
    .map<KeyFormat>(([letters, digits]) => ({
      type: 'custom',
      pattern: `{${'X'.repeat(letters)}}{${'#'.repeat(digits)}}`,
    }))
);

/** Of numbers that are too large for a double, too. */
const log2 = (value: bigint): number => {
  const text = value.toString(2);
  return (
    text.length -
    1 +
    Math.log2(Number(`0b${text.slice(0, 53)}`) / 2 ** (Math.min(text.length, 53) - 1))
  );
};

describe('the supply of a format', () => {
  it('is what its entropy says', () => {
    fc.assert(
      fc.property(any, (format) => {
        expect(log2(keySupply(format))).toBeCloseTo(entropyBits(format), 6);
      })
    );
  });

  it('is as many keys as it makes, neither more nor fewer', () => {
    fc.assert(
      fc.property(small, (format) => {
        const keys = new Set<string>();
        // So often that one of at most 90 keys is missed once in more runs than anybody will ever start.
        for (let draw = 0; draw < 5000; draw += 1) keys.add(generateKey(format, NOW));
        expect(BigInt(keys.size)).toBe(keySupply(format));
      }),
      { numRuns: 30 }
    );
  });
});

describe('so many more keys', () => {
  it('can be had exactly while they and those that exist are not more than the supply', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.integer({ min: 1, max: 1000 }),
        (supply, existing, count) => {
          expect(decideSupply(BigInt(supply), existing, count).ok).toBe(existing + count <= supply);
        }
      )
    );
  });

  it('are refused with how many there are', () => {
    expect(refused(decideSupply(100n, 60, 41))).toMatchObject({
      code: 'KEYS_EXHAUSTED',
      details: { available: 40, count: 41 },
    });
    expect(refused(decideSupply(100n, 160, 1)).details).toEqual({ available: 0, count: 1 });
  });
});

describe('a key function', () => {
  const functions = {
    own: {
      bits: 64.5,
      generate: ({ environment, now }: { environment: string; now: Date }) =>
        `${environment}-${now.toISOString()}`,
    },
    listed: { bits: 80, supply: 500, generate: () => 'LISTED' },
    weak: { bits: 59, generate: () => 'WEAK' },
  };
  const decide = (name: string) =>
    decideKeySource({ type: 'custom', function: name }, 'staging', functions);

  it('makes the keys, and vouches for their entropy', () => {
    const { bits, supply, draw } = accepted(decide('own'));

    expect({ bits, supply }).toEqual({ bits: 64.5, supply: 2n ** 64n });
    expect(draw(NOW)).toBe(`staging-${NOW.toISOString()}`);
  });

  it('says how many keys there are, where they are fewer than their entropy allows', () => {
    expect(accepted(decide('listed')).supply).toBe(500n);
  });

  it.each(['nobody', 'toString', '__proto__', 'weak'])('is refused: %s', (name) => {
    expect(refused(decide(name)).code).toBe('INVALID_FORMAT');
  });
});

it('refuses a pattern with a part that is none, and names it', () => {
  const format: KeyFormat = { type: 'custom', pattern: '{XXXXXXXXXXXXXXXX}-{DD}' };

  expect(refused(decideKeySource(format, 'production', {}))).toMatchObject({
    code: 'INVALID_FORMAT',
    details: { token: '{DD}' },
  });
});
