import { createHash } from 'node:crypto';

import type { ImportMapping } from '../../../../shared/imports';
import { cellsOf } from './cells';
import type { Line } from './csv';
import type { IdentifiedLine } from './types';

/**
 * A line that asks for any license of a product has no key to be recognised by. It is known by what it asks
 * for (product, e-mail, reference) and by how many lines before it in the file ask for the same. So the same
 * line is the same wish in every file: one that was mended and sent again gives nobody a second license. Who
 * sells to the same customer again says so by another reference, such as the number of the order.
 */
export const identifier = (mapping: ImportMapping) => {
  const asked = new Map<string, number>();
  return (line: Line): IdentifiedLine => {
    const cells = cellsOf(line, mapping);
    if (cells('license_key') !== '' || cells('product') === '') {
      return { ...line, identity: null };
    }
    const wish = [cells('product'), cells('customer_email'), cells('reference')];
    const digest = createHash('sha256')
      .update(JSON.stringify(wish.map((text) => text.toLowerCase())))
      .digest('base64');
    const count = (asked.get(digest) ?? 0) + 1;
    asked.set(digest, count);
    return { ...line, identity: `${digest}#${String(count)}` };
  };
};
