import { useCallback } from 'react';

import { useClipboard, useNotification } from '@strapi/strapi/admin';

import type { TranslationKey } from '../i18n/getTranslation';
import { useTranslate } from '../i18n/useTranslate';

/** Copies a text and says that it did. */
export const useCopyText = (copied: TranslationKey) => {
  const t = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  return useCallback(
    (text: string) => {
      void copy(text).then((isCopied) => {
        toggleNotification({
          type: isCopied ? 'success' : 'danger',
          message: t(isCopied ? copied : 'copy.failed'),
        });
      });
    },
    [copy, copied, t, toggleNotification]
  );
};
