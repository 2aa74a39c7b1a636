import fc from 'fast-check';

import {
  formatSort,
  parseSort,
  SORT_FIELDS,
  SORT_ORDERS,
} from '../../src/plugins/license-keys/shared/list';

const EVERY_SORT = SORT_FIELDS.flatMap((field) => SORT_ORDERS.map((order) => ({ field, order })));

describe('the sort in the page’s address', () => {
  it('has seven fields', () => {
    expect(SORT_FIELDS).toHaveLength(7);
  });

  it.each(EVERY_SORT)('is read as it was written: %j', (sort) => {
    expect(parseSort(formatSort(sort))).toEqual(sort);
  });

  it('takes the order in capitals too', () => {
    expect(parseSort('expiresAt:DESC')).toEqual({ field: 'expiresAt', order: 'desc' });
  });

  it.each([
    'key',
    'key:',
    ':asc',
    'key:up',
    'KEY:asc',
    'key:asc:desc',
    'status:asc',
    'id:asc',
    'features:asc',
    'toString:asc',
    'key asc',
    '',
    undefined,
    null,
    {},
    ['key:asc', 'state:asc'],
  ])('is nothing for %p', (value) => {
    expect(parseSort(value)).toBeUndefined();
  });

  it('is on the list, whatever stands in the address', () => {
    const parts = fc.oneof(fc.constantFrom(...SORT_FIELDS, ...SORT_ORDERS), fc.string());
    const texts = fc.array(parts, { maxLength: 3 }).map((words) => words.join(':'));

    fc.assert(
      fc.property(texts, (text) => {
        const sort = parseSort(text);
        if (!sort) return;
        expect(EVERY_SORT).toContainEqual(sort);
        expect(formatSort(sort).toLowerCase()).toBe(text.toLowerCase());
      })
    );
  });
});
