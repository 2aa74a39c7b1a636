import type { ReactNode } from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';

export type Tone =
  'alternative' | 'danger' | 'neutral' | 'primary' | 'secondary' | 'success' | 'warning';

export const Dot = ({ tone }: { tone: Tone }) => (
  <Box
    tag="span"
    display="block"
    shrink={0}
    width="0.8rem"
    height="0.8rem"
    borderRadius="50%"
    background={`${tone}600`}
    aria-hidden
  />
);

interface PillProps {
  tone: Tone;
  children: ReactNode;
}

/**
 * The dot carries the colour and the text stays neutral: coloured text on a tinted ground is too
 * faint in the light theme, and in the dark theme all tints are the same.
 */
export const Pill = ({ tone, children }: PillProps) => (
  <Flex
    tag="span"
    inline
    gap={2}
    paddingLeft={2}
    paddingRight={2}
    paddingTop={1}
    paddingBottom={1}
    background={`${tone}100`}
    borderColor={`${tone}200`}
    hasRadius
  >
    <Dot tone={tone} />
    <Typography variant="pi" fontWeight="semiBold" textColor="neutral800">
      {children}
    </Typography>
  </Flex>
);
