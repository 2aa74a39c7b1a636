import { Flex, Typography } from '@strapi/design-system';

interface TwoLinesProps {
  first: string;
  second: string;
  maxWidth?: string;
}

/** As wide as a column of a table may be: with long texts in each, the licenses still fit into 1440 pixels. */
const COLUMN = { initial: '13rem', large: '18.5rem' };

export const TwoLines = ({ first, second, maxWidth }: TwoLinesProps) => (
  <Flex direction="column" alignItems="flex-start" maxWidth={maxWidth ?? COLUMN}>
    <Typography ellipsis maxWidth="100%" title={first}>
      {first}
    </Typography>
    <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600" title={second}>
      {second}
    </Typography>
  </Flex>
);
