import { Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

import type { Reload } from './useReload';

/** The remedy against an edit conflict: to begin with what is true now. */
export const ReloadButton = ({ reload: { isLoading, error, start } }: { reload: Reload }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();

  return (
    <>
      <Button
        variant="secondary"
        startIcon={<ArrowClockwise />}
        loading={isLoading}
        onClick={start}
      >
        {t('edit.reload')}
      </Button>
      {error && <Typography textColor="neutral800">{errorMessage(error)}</Typography>}
    </>
  );
};
