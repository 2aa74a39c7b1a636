import { Box, Typography } from '@strapi/design-system';

import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

interface GlobalSearchNoteProps {
  environment: string;
  /** What was searched for without success. */
  text: string;
  error: QueryError | undefined;
}

/** What stands where no suggestions do: how to search, that nothing was found, or what went wrong. */
export const GlobalSearchNote = ({ environment, text, error }: GlobalSearchNoteProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();

  const note = () => {
    if (error) return errorMessage(error);
    return text ? t('globalSearch.nothing', { text, environment }) : t('globalSearch.hint');
  };

  return (
    <Box padding={4} role={error ? 'alert' : 'status'}>
      <Typography textColor={error ? 'danger600' : 'neutral600'}>{note()}</Typography>
    </Box>
  );
};
