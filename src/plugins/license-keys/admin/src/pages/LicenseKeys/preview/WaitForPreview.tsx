import type { ReactNode } from 'react';

import { ErrorState } from '../../../components/ErrorState';
import { Waiting } from '../../../components/Waiting';
import type { QueryError } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { codeOf } from '../../../utils/refusal';

import { PasswordForm } from './PasswordForm';

/** What a query of the preview hands out. */
export interface PreviewResult<Data> {
  data?: Data;
  error?: QueryError;
  isFetching: boolean;
  refetch: () => unknown;
}

interface WaitForPreviewProps<Data> {
  result: PreviewResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What the preview asks for comes late, not at all, or only for the password, which may end in between. */
export const WaitForPreview = <Data,>({ result, children }: WaitForPreviewProps<Data>) => {
  const t = useTranslate();
  const { data, error, isFetching, refetch } = result;

  if (codeOf(error) === 'PASSWORD_REQUIRED') return <PasswordForm isUnlocking={isFetching} />;
  // Before the data: another page's may be left.
  if (error) {
    return <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  }
  if (data !== undefined) return children(data);
  return <Waiting>{t('license.loading')}</Waiting>;
};
