import type { ReactNode } from 'react';

import { Grid, Typography } from '@strapi/design-system';

interface FactProps {
  label: string;
  /** Takes the whole width. */
  isWide?: boolean;
  children: ReactNode;
}

/** A term and its value, in a list of them. */
export const Fact = ({ label, isWide = false, children }: FactProps) => (
  <Grid.Item
    col={isWide ? 12 : 4}
    s={isWide ? 12 : 6}
    xs={12}
    direction="column"
    alignItems="flex-start"
    gap={1}
  >
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Typography tag="dd" maxWidth="100%" style={{ margin: 0 }}>
      {children}
    </Typography>
  </Grid.Item>
);
