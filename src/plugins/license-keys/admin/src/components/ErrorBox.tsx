import { Box, Typography } from '@strapi/design-system';

export const ErrorBox = ({ children }: { children: string }) => (
  <Box role="alert" padding={4} background="danger100" borderColor="danger200" hasRadius>
    <Typography textColor="danger600">{children}</Typography>
  </Box>
);
