import { useErrorMessage } from '../../hooks/useErrorMessage';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeyProductsQuery } from '../../services/licenses';

import { FilterField } from './FilterField';
import { FilterSelect } from './FilterSelect';
import { withUnlisted } from './withUnlisted';

interface ProductFilterProps {
  environment: string;
  /** documentId */
  value: string | undefined;
  onChange: (product: string | undefined) => void;
}

export const ProductFilter = ({ environment, value, onChange }: ProductFilterProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { currentData: products = [], error } = useGetLicenseKeyProductsQuery(environment, {
    refetchOnMountOrArgChange: true,
  });

  const options = products.map(({ documentId, name, active }) => ({
    value: documentId,
    label: active ? name : t('filter.product.inactive', { name }),
  }));

  return (
    <FilterField error={error && errorMessage(error)}>
      <FilterSelect
        label={t('filter.product')}
        allLabel={t('filter.product.all')}
        options={withUnlisted(options, value)}
        value={value}
        onChange={onChange}
      />
    </FilterField>
  );
};
