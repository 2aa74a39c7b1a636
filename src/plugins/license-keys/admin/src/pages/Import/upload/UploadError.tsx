import { Button, Flex, Typography } from '@strapi/design-system';

import { Notice } from '../../../components/Notice';
import { useErrorMessage, type QueryError } from '../../../hooks/useErrorMessage';
import type { TranslationKey } from '../../../i18n/getTranslation';
import { useTranslate } from '../../../i18n/useTranslate';
import { codeOf } from '../../../utils/refusal';

interface UploadErrorProps {
  error: QueryError;
  onRetry: () => void;
}

const REMEDIES: Partial<Record<string, TranslationKey>> = {
  INVALID_FILE: 'import.remedy.file',
  FILE_TOO_LARGE: 'import.remedy.size',
};

/** What is wrong with the file, and what to do; without a connection, to try again. */
export const UploadError = ({ error, onRetry }: UploadErrorProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const remedy = REMEDIES[String(codeOf(error))];

  return (
    <Notice
      tone="danger"
      role="alert"
      action={
        <Flex direction="column" alignItems="flex-start" gap={3}>
          {remedy ? (
            <Typography textColor="neutral800">{t(remedy)}</Typography>
          ) : (
            <Button variant="secondary" onClick={onRetry}>
              {t('error.retry')}
            </Button>
          )}
        </Flex>
      }
    >
      {errorMessage(error)}
    </Notice>
  );
};
