import { useCallback } from 'react';

import { useClipboard, useNotification } from '@strapi/strapi/admin';

import { useTranslate } from '../i18n/useTranslate';

export const useCopyKey = () => {
  const t = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  return useCallback(
    async (key: string) => {
      const isCopied = await copy(key);
      toggleNotification({
        type: isCopied ? 'success' : 'danger',
        message: t(isCopied ? 'key.copied' : 'key.notCopied'),
      });
    },
    [copy, t, toggleNotification]
  );
};
