import {
  readMapping,
  writeMapping,
} from '../../src/plugins/license-keys/admin/src/pages/Import/columns/mappingText';
import { missingFields } from '../../src/plugins/license-keys/admin/src/pages/Import/columns/missingFields';
import { exampleOf } from '../../src/plugins/license-keys/admin/src/pages/Import/upload/examples';
import { suggestMapping } from '../../src/plugins/license-keys/server/src/services/importing/mapping';
import { IMPORT_KINDS, type ImportItem } from '../../src/plugins/license-keys/shared/imports';

const file = { kind: 'assign', columns: ['who', '', 'what'] } as ImportItem;

describe('a mapping in the address', () => {
  it.each([[{}], [{ customer_email: 0 }], [{ customer_email: 0, product: 2, license_key: 1 }]])(
    'is read as it was written: %j',
    (mapping) => {
      expect(readMapping(writeMapping(mapping), file)).toEqual(mapping);
    }
  );

  it.each([
    'product:3',
    'product:-1',
    'product:1.5',
    'product:',
    'product',
    'state:0',
    'nonsense:0',
    ',,:,',
  ])('has nothing that the file or its kind has not: %s', (text) => {
    expect(readMapping(text, file)).toEqual({});
  });
});

describe('the columns that a file needs', () => {
  it('are the e-mail and one of key and product to assign licenses', () => {
    expect(missingFields('assign', {})).toEqual(['customer_email', 'license_key', 'product']);
    expect(missingFields('assign', { product: 0 })).toEqual(['customer_email']);
    expect(missingFields('assign', { license_key: 0, customer_email: 1 })).toEqual([]);
  });

  it('are the key and the product to bring keys in', () => {
    expect(missingFields('keys', { license_key: 0 })).toEqual(['product']);
    expect(missingFields('keys', { license_key: 0, product: 1 })).toEqual([]);
  });

  it.each(IMPORT_KINDS)('are all in the example: %s', (kind) => {
    const columns = exampleOf(kind).split('\r\n')[0]?.split(',') ?? [];
    const mapping = suggestMapping(kind, columns);
    expect(missingFields(kind, mapping)).toEqual([]);
    expect(Object.keys(mapping)).toHaveLength(columns.length);
  });
});
