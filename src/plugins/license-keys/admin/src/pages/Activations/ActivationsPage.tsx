import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Activations } from './Activations';

export const ActivationsPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('devices.title')} loadingLabel={t('devices.loading')}>
      {(context) => <Activations context={context} />}
    </WithContext>
  );
};
