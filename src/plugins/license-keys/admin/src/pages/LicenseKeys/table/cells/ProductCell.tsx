import { useTranslate } from '../../../../i18n/useTranslate';

import type { CellProps } from './CellProps';
import { TwoLines } from '../../../../list/TwoLines';

export const ProductCell = ({ license: { product, environment } }: CellProps) => {
  const t = useTranslate();
  const status = t(product.active ? 'product.active' : 'product.inactive');

  return (
    <TwoLines first={product.name} second={[status, environment, product.documentId].join(' · ')} />
  );
};
