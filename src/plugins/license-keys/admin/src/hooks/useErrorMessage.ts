import { useCallback } from 'react';

import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useTranslate } from '../i18n/useTranslate';

type ApiErrorHandler = ReturnType<typeof useAPIErrorHandler>;

/** What RTK Query hands out when a request fails. */
export type QueryError = Parameters<ApiErrorHandler['_unstableFormatAPIError']>[0];

const isServerAnswer = (error: QueryError): boolean =>
  'status' in error && typeof error.status === 'number';

/** `fetch` reports a request that never got through as a TypeError. */
const isOffline = (error: QueryError): boolean => error.name === 'TypeError';

/** The server's own sentence where it gave one; never the browser's jargon. */
export const useErrorMessage = () => {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();

  return useCallback(
    (error: QueryError): string => {
      if (isServerAnswer(error)) return formatApiError(error);
      return isOffline(error) ? t('error.offline') : t('error.unreadable');
    },
    [formatApiError, t]
  );
};
