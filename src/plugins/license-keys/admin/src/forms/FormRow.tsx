import { Children, type ReactNode } from 'react';

import { Grid } from '@strapi/design-system';

const COLUMNS = 12;

/** Fields side by side, where there is room. */
export const FormRow = ({ children }: { children: ReactNode }) => (
  <Grid.Root gap={4}>
    {Children.map(children, (field) => (
      <Grid.Item
        col={COLUMNS / Children.count(children)}
        s={COLUMNS / Children.count(children)}
        xs={COLUMNS}
        direction="column"
        alignItems="stretch"
      >
        {field}
      </Grid.Item>
    ))}
  </Grid.Root>
);
