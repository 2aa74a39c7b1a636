import { useEffect } from 'react';

import { Button, EmptyStateLayout } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

interface ErrorStateProps {
  error: QueryError;
  isRetrying: boolean;
  onRetry: () => void;
}

export const ErrorState = ({ error, isRetrying, onRetry }: ErrorStateProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();

  useEffect(() => {
    window.addEventListener('online', onRetry);
    return () => {
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);

  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="8.8rem" fill="danger600" />}
        content={errorMessage(error)}
        action={
          <Button variant="secondary" loading={isRetrying} onClick={onRetry}>
            {t('error.retry')}
          </Button>
        }
      />
    </div>
  );
};
