import { Box, Typography } from '@strapi/design-system';

import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';

/** Stands where the suggestions would, and says why there are none. */
export const SuggestionError = ({ error }: { error: QueryError }) => {
  const errorMessage = useErrorMessage();

  return (
    <Box padding={4} role="alert">
      <Typography textColor="danger600">{errorMessage(error)}</Typography>
    </Box>
  );
};
