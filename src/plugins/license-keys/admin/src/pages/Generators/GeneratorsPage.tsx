import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Generators } from './Generators';

export const GeneratorsPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('generators.title')} loadingLabel={t('generators.loading')}>
      {(context) => <Generators context={context} />}
    </WithContext>
  );
};
