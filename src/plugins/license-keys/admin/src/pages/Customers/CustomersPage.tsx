import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Customers } from './Customers';

export const CustomersPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('customers.title')} loadingLabel={t('customers.loading')}>
      {(context) => <Customers context={context} />}
    </WithContext>
  );
};
