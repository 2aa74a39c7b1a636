import { Flex, Typography } from '@strapi/design-system';

interface TwoLinesProps {
  first: string;
  second: string;
}

export const TwoLines = ({ first, second }: TwoLinesProps) => (
  <Flex direction="column" alignItems="flex-start" maxWidth="20rem">
    <Typography ellipsis maxWidth="100%" title={first}>
      {first}
    </Typography>
    <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600" title={second}>
      {second}
    </Typography>
  </Flex>
);
