import { CustomerCombobox } from '../../forms/CustomerCombobox';
import { useTranslate } from '../../i18n/useTranslate';

import { FilterField } from './FilterField';
import { useFilterCustomer } from './useFilterCustomer';

interface CustomerFilterProps {
  environment: string;
  /** documentId */
  value: string | undefined;
  onChange: (customer: string | undefined) => void;
}

export const CustomerFilter = ({ environment, value, onChange }: CustomerFilterProps) => {
  const t = useTranslate();
  const customer = useFilterCustomer({ environment, customer: value });

  return (
    <FilterField label={t('column.customer')}>
      <CustomerCombobox
        environment={environment}
        value={customer ?? null}
        isClearable
        onChange={(picked) => {
          onChange(picked?.documentId);
        }}
      />
    </FilterField>
  );
};
