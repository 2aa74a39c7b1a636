import fc from 'fast-check';

/** Texts that have broken programs before. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202Eright to left',
  '\u0065\u0301',
  '\ufeff',
  '\uffff',
  '𝒳'.repeat(128),
  'İ'.repeat(255),
  'x'.repeat(256),
  'x'.repeat(9000),
  '__proto__',
  'constructor',
  'toString',
  "' OR '1'='1",
  '"; DROP TABLE students; --',
  '%',
  '_%\\',
  '../../../etc/passwd',
  '%00',
  '%ff%fe',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  'null',
  'NaN',
  '1e999',
  '-1',
  '0x10',
  '99999999999999999999',
  '2147483648',
  '9007199254740993',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
] as const;

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) }
);

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** JSON of any type, as text: it may be what JSON.stringify would never write. */
export const anyJson = fc.oneof(
  text.map((value) => JSON.stringify(value)),
  fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom('0', '-0', '-1', '1', '1.5', '1e400', '-1e400', '2147483648', '1e21', 'true'),
  fc.constantFrom('null', '[]', '{}', '[null]', '{"__proto__":{"polluted":true}}'),
  fc.constantFrom(deep(100), deep(20_000), '{"a":'.repeat(5000) + '1' + '}'.repeat(5000))
);

export interface Known {
  /** Values that lead on, such as a key that exists. */
  values: readonly string[];
}

/** Fields of any request of the API; the schemas of the routes share most of them. */
export const FIELDS = [
  'key fingerprint product nonce name platform metadata ttlHours',
  'customer generator count quantity activationLimit expiresAt features state reason version id ids',
  'environment action selection filter sort format query email password data items search',
  '__proto__ constructor prototype toString hasOwnProperty then length',
]
  .join(' ')
  .split(' ');

/** The text of an object, in which fields may stand twice. */
const objectText = ({ values }: Known): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FIELDS) }, text),
        fc.oneof(
          fc.constantFrom(...values).map((value) => JSON.stringify(value)),
          anyJson
        )
      ),
      { maxLength: 8 }
    )
    .map(
      (fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
    );

export const bodyText = (known: Known): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: objectText(known) },
    { weight: 1, arbitrary: anyJson },
    { weight: 1, arbitrary: text },
    {
      weight: 1,
      arbitrary: fc
        .tuple(objectText(known), fc.nat(100))
        .map(([whole, cut]) => whole.slice(0, Math.floor((whole.length * cut) / 100))),
    },
    { weight: 1, arbitrary: fc.constantFrom(' '.repeat(70_000), `{"key":"${'x'.repeat(80_000)}"}`) }
  );
