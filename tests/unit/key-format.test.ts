import fc from 'fast-check';

import { isKey } from '../../src/plugins/license-keys/server/src/domain/fields';
import {
  decideFormat,
  generateKey,
  isKeyFormat,
} from '../../src/plugins/license-keys/server/src/domain/key-format';
import {
  DEFAULT_CHARSET,
  entropyBits,
  MIN_ENTROPY_BITS,
  type KeyFormat,
} from '../../src/plugins/license-keys/shared/key-format';
import { accepted, NOW, refused } from '../support/domain';

const keyOf = (format: KeyFormat) => generateKey(format, NOW);

describe('the default character set', () => {
  it('has no two characters that are mistaken for each other', () => {
    expect(DEFAULT_CHARSET).toBe('2346789ABCDEFGHJKMNPQRTUVWXYZ');
    expect(DEFAULT_CHARSET).not.toMatch(/[0O1IL5S]/);
  });
});

describe('a UUID format', () => {
  const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

  it('makes version 4 UUIDs', () => {
    expect(keyOf({ type: 'uuid' })).toMatch(new RegExp(`^${UUID}$`));
  });

  it('takes a prefix and a suffix', () => {
    expect(keyOf({ type: 'uuid', prefix: 'PRO-', suffix: '-X' })).toMatch(
      new RegExp(`^PRO-${UUID}-X$`)
    );
  });

  it('is strong enough', () => {
    expect(entropyBits({ type: 'uuid' })).toBe(122);
    expect(accepted(decideFormat({ type: 'uuid' }))).toEqual({ type: 'uuid' });
  });
});

describe('a chunk format', () => {
  it('is five times five characters unless it says otherwise', () => {
    expect(keyOf({ type: 'chunk' })).toMatch(
      new RegExp(`^([${DEFAULT_CHARSET}]{5}-){4}[${DEFAULT_CHARSET}]{5}$`)
    );
  });

  it('takes every part that it is given', () => {
    const format: KeyFormat = {
      type: 'chunk',
      length: 10,
      segmentLength: 4,
      separator: '_',
      prefix: 'P.',
      suffix: '.S',
      charset: 'abcdef0123456789',
    };

    expect(keyOf(format)).toMatch(/^P\.[a-f0-9]{4}_[a-f0-9]{4}_[a-f0-9]{2}\.S$/);
  });

  it('counts a character of the set once, however often it stands there', () => {
    expect(entropyBits({ type: 'chunk', length: 10, charset: 'AABB' })).toBe(10);
  });
});

describe('a custom format', () => {
  const pattern = 'LIC-{YYYY}{MM}-{XXXXX}-{XXXXXXXX}/{####}';

  it('follows its pattern', () => {
    expect(keyOf({ type: 'custom', pattern })).toMatch(
      new RegExp(`^LIC-202603-[${DEFAULT_CHARSET}]{5}-[${DEFAULT_CHARSET}]{8}/[0-9]{4}$`)
    );
  });

  it('has the entropy of its random characters only', () => {
    expect(entropyBits({ type: 'custom', pattern: 'AAAAAAAAAAAAAA{YYYY}' })).toBe(0);
    expect(entropyBits({ type: 'custom', pattern: '{XXXX}{##}', charset: 'ABCD' })).toBeCloseTo(
      4 * 2 + 2 * Math.log2(10)
    );
  });

  it('may do with digits alone', () => {
    const format: KeyFormat = { type: 'custom', pattern: `{${'#'.repeat(19)}}`, charset: '' };

    expect(accepted(decideFormat(format))).toEqual(format);
  });
});

describe('a format that is too weak', () => {
  it.each<KeyFormat>([
    { type: 'chunk', length: 12 },
    { type: 'chunk', length: 59, charset: 'AB' },
    { type: 'chunk', length: 200, charset: 'A' },
    { type: 'custom' },
    { type: 'custom', pattern: 'MY-KEY' },
    { type: 'custom', pattern: 'XXXXXXXXXXXXXXXXXXXX' },
    { type: 'custom', pattern: `{${'#'.repeat(18)}}` },
  ])('is refused: %j', (format) => {
    const refusal = refused(decideFormat(format));

    expect(refusal.code).toBe('INVALID_FORMAT');
    expect(refusal.details?.bits).toBe(Math.floor(entropyBits(format)));
    expect(refusal.details?.bits).toBeGreaterThanOrEqual(0);
  });

  it.each<KeyFormat>([
    { type: 'chunk', length: 13 },
    { type: 'chunk', length: 60, charset: 'AB' },
    { type: 'custom', pattern: `{${'#'.repeat(19)}}` },
  ])('is not %j', (format) => {
    expect(accepted(decideFormat(format))).toBe(format);
    expect(entropyBits(format)).toBeGreaterThanOrEqual(MIN_ENTROPY_BITS);
  });
});

describe('a format that draws from an empty character set', () => {
  it.each<KeyFormat>([
    { type: 'chunk', charset: '' },
    { type: 'custom', charset: '', pattern: `{X}{${'#'.repeat(20)}}` },
  ])('is refused, however many digits it has: %j', (format) => {
    expect(refused(decideFormat(format)).details).toEqual({ field: 'format', part: 'charset' });
  });
});

it('a pattern may be longer than the keys that it makes', () => {
  const pattern = `${'{XXX}-'.repeat(50)}END`;
  expect(pattern.length).toBeGreaterThan(255);
  expect(decideFormat({ type: 'custom', pattern }).ok).toBe(true);
});

describe('a format whose keys could not be stored', () => {
  it.each<KeyFormat>([
    { type: 'chunk', length: 256 },
    { type: 'chunk', length: 129, segmentLength: 1, separator: '-' },
    { type: 'chunk', prefix: 'P'.repeat(230) },
    { type: 'uuid', suffix: 'S'.repeat(220) },
    { type: 'custom', pattern: `{${'X'.repeat(256)}}` },
    { type: 'uuid', prefix: ' ' },
    { type: 'uuid', suffix: '\n' },
    { type: 'chunk', separator: '\u0000' },
    { type: 'chunk', charset: ' ABCDEFGHJKMNPQRT' },
    { type: 'chunk', charset: '😀😃😄😁😆😅😂🤣😊😇🙂🙃😉😌😍🥰' },
    { type: 'custom', pattern: '{XXXXXXXXXXXXXXXXXXXX} ' },
  ])('is refused: %j', (format) => {
    expect(refused(decideFormat(format))).toMatchObject({
      code: 'INVALID_FORMAT',
      details: { field: 'format' },
    });
  });
});

describe('a part with other than visible characters', () => {
  it.each<[part: string, format: KeyFormat]>([
    ['prefix', { type: 'uuid', prefix: 'PRÄ-' }],
    ['separator', { type: 'chunk', separator: ' ' }],
    ['pattern', { type: 'custom', pattern: '{XXXXXXXXXXXXXXXXXXXX}\n' }],
  ])('is named: %s', (part, format) => {
    expect(refused(decideFormat(format)).details).toEqual({ field: 'format', part });
  });
});

describe('any format that is accepted', () => {
  const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
  const textOf = (maxLength: number) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.string({ unit: visible, maxLength }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength }) }
    );
  const count = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 260 }) },
    { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double()) }
  );
  const token = fc.constantFrom('{XXXXXXXX}', '{XX}', '{####}', '{YYYY}', '{MM}', '-', 'X', '{');
  const pattern = fc
    .array(fc.oneof({ weight: 9, arbitrary: token }, { weight: 1, arbitrary: textOf(5) }))
    .map((parts) => parts.join(''));

  const formats = fc
    .record(
      {
        type: fc.constantFrom('uuid', 'chunk', 'custom'),
        length: count,
        segmentLength: count,
        separator: textOf(3),
        prefix: textOf(20),
        suffix: textOf(20),
        charset: textOf(40),
        pattern,
      },
      { requiredKeys: ['type'] }
    )
    .filter(isKeyFormat);

  it('makes keys that a license may have, and never the same twice', () => {
    fc.assert(
      fc.property(formats, (format) => {
        if (!decideFormat(format).ok) return;
        const keys = [keyOf(format), keyOf(format)];
        expect(keys.filter((key) => !isKey(key))).toEqual([]);
        expect(new Set(keys).size).toBe(2);
      }),
      { numRuns: 2000 }
    );
  });

  it('is common enough among those for the rule above to mean something', () => {
    const sample = fc.sample(formats, { numRuns: 2000, seed: 1 });

    expect(sample.filter((format) => decideFormat(format).ok).length).toBeGreaterThan(500);
  });
});

describe('the shape of a format', () => {
  it.each([
    { type: 'uuid' },
    { type: 'chunk', length: 25, segmentLength: 5, separator: '' },
    { type: 'custom', pattern: '{XXXX}' },
  ])('is that of %j', (value) => {
    expect(isKeyFormat(value)).toBe(true);
  });

  it.each([
    null,
    'uuid',
    [],
    {},
    { type: 'other' },
    { type: 'uuid', prefix: 1 },
    { type: 'chunk', length: 0 },
    { type: 'chunk', length: 2.5 },
    { type: 'chunk', length: '25' },
    { type: 'chunk', segmentLength: -5 },
    { type: 'chunk', segmentLength: 1e21 },
    { type: 'custom', pattern: ['X'] },
  ])('is not that of %j', (value) => {
    expect(isKeyFormat(value)).toBe(false);
  });
});
