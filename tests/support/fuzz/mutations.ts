import fc from 'fast-check';

import { anyJson, FIELDS, text, type Known } from './values';

/** Of so many parts about one is not as it should be. */
const PARTS = 24;

/** A part as it should be, missing, something else, or twice. */
const mostly = (
  good: fc.Arbitrary<string>,
  strange: fc.Arbitrary<string>,
  separator: string
): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: PARTS, arbitrary: good },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: strange },
    { weight: 1, arbitrary: fc.tuple(good, strange).map((both) => both.join(separator)) }
  );

const joined = (
  parts: readonly fc.Arbitrary<string>[],
  more: fc.Arbitrary<string>,
  separator: string
): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...parts,
      fc.oneof({ weight: PARTS, arbitrary: fc.constant('') }, { weight: 2, arbitrary: more })
    )
    .map((texts) => texts.filter(Boolean).join(separator));

/** Values that exist elsewhere, or anything. */
const strangeJson = ({ values }: Known): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...values).map((value) => JSON.stringify(value)),
    anyJson
  );

/** A license key that no other field has: to see it anywhere is a leak. */
const strangeKey = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(null, 1, true, [], {}))
  .map((value) => JSON.stringify(value));

const fieldName = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FIELDS) }, text);

const member = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(name, value).map(([key, of]) => `${JSON.stringify(key)}:${of}`);

/** JSON like this, as text: most of it is as it should be. */
export const jsonLike = (value: unknown, known: Known): fc.Arbitrary<string> => {
  const strange = strangeJson(known);
  if (Array.isArray(value)) {
    const items = value.map((item) => mostly(jsonLike(item, known), strange, ','));
    return joined(items, strange, ',').map((content) => `[${content}]`);
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, inner]) =>
      mostly(
        member(fc.constant(name), jsonLike(inner, known)),
        member(fc.constant(name), name === 'key' ? strangeKey : strange),
        ','
      )
    );
    return joined(members, member(fieldName, strange), ',').map((content) => `{${content}}`);
  }
  return fc.constant(JSON.stringify(value));
};

export const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

/** A query like this, without its question mark. */
export const queryLike = (
  query: Readonly<Record<string, string>>,
  { values }: Known
): fc.Arbitrary<string> => {
  const strange = fc.oneof(fc.constantFrom(...values), text).map(encoded);
  const said = (name: string) => (value: string) => `${name}=${value}`;
  const parts = Object.entries(query).map(([name, value]) => {
    const odd = fc
      .tuple(fc.constantFrom('', '', '', '[]', '[$ne]', '[a][b]', '%5B__proto__%5D'), strange)
      .map(([suffix, other]) => said(name + suffix)(other));
    return mostly(fc.constant(said(name)(encoded(value))), odd, '&');
  });
  const other = fc.tuple(fieldName.map(encoded), strange).map(([name, value]) => said(name)(value));
  return joined(parts, other, '&');
};
