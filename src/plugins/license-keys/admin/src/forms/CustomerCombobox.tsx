import { useTranslate } from '../i18n/useTranslate';
import { useGetLicenseKeyCustomersQuery, type Customer } from '../services/forms';

import { RemoteCombobox } from './RemoteCombobox';
import { useRemoteSearch } from './useRemoteSearch';

interface CustomerComboboxProps {
  environment: string;
  value: Customer | null;
  /** Where a license may be without a customer. */
  isClearable: boolean;
  /** Whether it takes the focus when it comes up. */
  hasFocus?: boolean;
  onChange: (customer: Customer | null) => void;
}

export const CustomerCombobox = ({ environment, ...field }: CustomerComboboxProps) => {
  const t = useTranslate();
  const search = useRemoteSearch();
  const found = useGetLicenseKeyCustomersQuery(
    { environment, _q: search.asked ?? '' },
    { skip: search.asked === undefined }
  );

  return (
    <RemoteCombobox
      {...field}
      label={t('column.customer')}
      placeholder={t('form.customer.search')}
      clearLabel={t('form.customer.clear')}
      loadingLabel={t('form.customer.loading')}
      noneLabel={t('form.customer.notFound')}
      search={search}
      found={found}
      describe={({ documentId, name, email }) => ({ id: documentId, name, detail: email })}
    />
  );
};
