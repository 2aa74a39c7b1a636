import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Jobs } from './Jobs';

export const JobsPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('jobs.title')} loadingLabel={t('jobs.loading')}>
      {(context) => <Jobs context={context} />}
    </WithContext>
  );
};
