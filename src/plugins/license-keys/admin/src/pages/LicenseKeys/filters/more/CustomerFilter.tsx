import { useTranslate } from '../../../../i18n/useTranslate';
import { CustomerCombobox } from '../../forms/fields/CustomerCombobox';
import type { ListQuery } from '../../hooks/useListQuery';
import { useFilterCustomer } from '../useFilterCustomer';

import { FilterField } from './FilterField';

export const CustomerFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const customer = useFilterCustomer(query);

  return (
    <FilterField label={t('column.customer')}>
      <CustomerCombobox
        environment={query.environment}
        value={customer ?? null}
        isClearable
        onChange={(picked) => {
          update({ customer: picked?.documentId });
        }}
      />
    </FilterField>
  );
};
