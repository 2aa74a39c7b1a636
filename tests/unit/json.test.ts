import fc from 'fast-check';

import {
  byteLength,
  canonicalJson,
  isJsonObject,
  isStorableJson,
  isStorableText,
  sameJson,
} from '../../src/plugins/license-keys/server/src/domain/json';

const json = fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' });

/** The same value, with the members of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)])
  );
};

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe('canonical JSON', () => {
  it('sorts the members of every object', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it('is the same whatever the order of the members', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      })
    );
  });

  it('says the same as the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      })
    );
  });

  it('tells an array from its order', () => {
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  it('keeps members that other code could trip over', () => {
    const value: unknown = JSON.parse('{"__proto__":{"b":1,"a":2},"constructor":3}');

    expect(canonicalJson(value)).toBe('{"__proto__":{"a":2,"b":1},"constructor":3}');
  });
});

describe('what can be stored', () => {
  it('is all JSON whose texts are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(isStorableJson(value)).toBe(true);
      })
    );
  });

  it.each([undefined, Number.NaN, Infinity, new Date(0), Symbol('s'), 1n, () => 1, new Map()])(
    'is not %p, anywhere',
    (value) => {
      expect(isStorableJson(value)).toBe(false);
      expect(isStorableJson([value])).toBe(false);
      expect(isStorableJson({ a: { b: value } })).toBe(false);
    }
  );

  it.each(['\u0000', 'a\u0000b', '\ud800', 'a\udfffb'])('is not the text %j, anywhere', (text) => {
    expect(isStorableText(text)).toBe(false);
    expect(isStorableJson([{ a: text }])).toBe(false);
    expect(isStorableJson({ [text]: 1 })).toBe(false);
  });

  it('has at most 32 levels', () => {
    expect(isStorableJson(nested(32))).toBe(true);
    expect(isStorableJson(nested(33))).toBe(false);
    expect(isStorableJson(nested(1000))).toBe(false);
  });
});

describe('the size of a value', () => {
  it('is that of its UTF-8 text', () => {
    expect(byteLength({ a: 'é' })).toBe(10);
    expect(byteLength({ a: '😀' })).toBe(12);
  });
});

describe('a JSON object', () => {
  it.each([{}, { a: 1 }, Object.create(null)])('is %p', (value) => {
    expect(isJsonObject(value)).toBe(true);
  });

  it.each([null, undefined, [], 'text', 5, true, new Date(0), new Map()])('is not %p', (value) => {
    expect(isJsonObject(value)).toBe(false);
  });
});
