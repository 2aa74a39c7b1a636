import { Flex, Typography } from '@strapi/design-system';

interface FullTextProps {
  first: string;
  second?: string | null;
}

/** Two lines that wrap instead of being cut: whoever opens a preview wants all of it. */
export const FullText = ({ first, second }: FullTextProps) => (
  <Flex
    direction="column"
    alignItems="flex-start"
    maxWidth="32rem"
    style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
  >
    <Typography>{first}</Typography>
    {second && (
      <Typography variant="pi" textColor="neutral600">
        {second}
      </Typography>
    )}
  </Flex>
);
