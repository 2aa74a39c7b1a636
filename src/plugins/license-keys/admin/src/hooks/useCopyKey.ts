import { useCallback } from 'react';

import { useClipboard, useNotification } from '@strapi/strapi/admin';

import { useTranslate } from '../i18n/useTranslate';

export const useCopyKey = () => {
  const t = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  return useCallback(
    (key: string) => {
      void copy(key).then((isCopied) => {
        toggleNotification({
          type: isCopied ? 'success' : 'danger',
          message: t(isCopied ? 'key.copied' : 'key.notCopied'),
        });
      });
    },
    [copy, t, toggleNotification]
  );
};
