import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyProductsQuery } from '../../../services/licenses';
import type { ListQuery } from '../hooks/useListQuery';

import { FilterSelect } from './FilterSelect';

export const ProductFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const { currentData: products = [] } = useGetLicenseKeyProductsQuery(query.environment, {
    refetchOnMountOrArgChange: true,
  });

  const options = products.map(({ documentId, name, active }) => ({
    value: documentId,
    label: active ? name : t('filter.product.inactive', { name }),
  }));
  // A bookmarked product that is gone, or not here yet, must still show that it filters.
  const { product } = query;
  const isListed = !product || options.some(({ value }) => value === product);

  return (
    <FilterSelect
      label={t('filter.product')}
      allLabel={t('filter.product.all')}
      options={isListed ? options : [...options, { value: product, label: product }]}
      value={product}
      onChange={(documentId) => {
        update({ product: documentId });
      }}
    />
  );
};
