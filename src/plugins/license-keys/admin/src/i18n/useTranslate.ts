import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';

import { getTranslation, type TranslationKey } from './getTranslation';

export type Translate = (key: TranslationKey, values?: Record<string, PrimitiveType>) => string;

/** The compiler knows every key, so a message without a text does not build. */
export const useTranslate = (): Translate => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key, values) => formatMessage({ id: getTranslation(key) }, values),
    [formatMessage]
  );
};
