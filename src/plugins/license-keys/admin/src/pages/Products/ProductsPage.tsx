import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { Products } from './Products';

export const ProductsPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('products.title')} loadingLabel={t('products.loading')}>
      {(context) => <Products context={context} />}
    </WithContext>
  );
};
