import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { LicenseKeys } from './LicenseKeys';

export const LicenseKeysPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('page.title')} loadingLabel={t('page.loading')}>
      {(context) => <LicenseKeys context={context} />}
    </WithContext>
  );
};
