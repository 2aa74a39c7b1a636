import { Box, Typography } from '@strapi/design-system';

import type { QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import { SuggestionError } from '../suggestions/SuggestionError';

interface GlobalSearchNoteProps {
  environment: string;
  /** What was searched for without success. */
  text: string;
  error: QueryError | undefined;
}

/** What stands where no suggestions do: how to search, that nothing was found, or what went wrong. */
export const GlobalSearchNote = ({ environment, text, error }: GlobalSearchNoteProps) => {
  const t = useTranslate();
  if (error) return <SuggestionError error={error} />;

  return (
    <Box padding={4} role="status">
      <Typography textColor="neutral600">
        {text ? t('globalSearch.nothing', { text, environment }) : t('globalSearch.hint')}
      </Typography>
    </Box>
  );
};
