import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Import } from './Import';

export const ImportPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('import.title')} loadingLabel={t('import.loading')}>
      {(context) => <Import context={context} />}
    </WithContext>
  );
};
