import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyProductsQuery } from '../../../services/licenses';
import type { ListQuery } from '../hooks/useListQuery';

import { FilterSelect } from './FilterSelect';
import { withUnlisted } from './withUnlisted';

export const ProductFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const { currentData: products = [] } = useGetLicenseKeyProductsQuery(query.environment, {
    refetchOnMountOrArgChange: true,
  });

  const options = products.map(({ documentId, name, active }) => ({
    value: documentId,
    label: active ? name : t('filter.product.inactive', { name }),
  }));

  return (
    <FilterSelect
      label={t('filter.product')}
      allLabel={t('filter.product.all')}
      options={withUnlisted(options, query.product)}
      value={query.product}
      onChange={(product) => {
        update({ product });
      }}
    />
  );
};
