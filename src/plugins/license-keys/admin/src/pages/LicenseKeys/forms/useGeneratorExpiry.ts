import { useCallback } from 'react';

import type { Validity } from '../../../../../shared/license';
import { useTranslate } from '../../../i18n/useTranslate';

/** What a generator's validity means for its licenses. */
export const useGeneratorExpiry = () => {
  const t = useTranslate();

  return useCallback(
    (validity: Validity): string =>
      validity
        ? t(`form.expiry.generator.${validity.unit}`, { amount: validity.amount })
        : t('form.expiry.generator.lifetime'),
    [t]
  );
};
