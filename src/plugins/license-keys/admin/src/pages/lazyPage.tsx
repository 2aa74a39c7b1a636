import { lazy, type ComponentType } from 'react';

import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { ErrorState } from '../components/ErrorState';

const reload = (): void => {
  window.location.reload();
};

/** Code that did not arrive is asked for again when the panel is loaded anew, not before. */
const UnloadedPage = () => (
  <Page.Main>
    <Box paddingTop={8}>
      <Layouts.Content>
        <ErrorState error={{ name: 'TypeError' }} isRetrying={false} onRetry={reload} />
      </Layouts.Content>
    </Box>
  </Page.Main>
);

/** A page whose code is fetched when it is needed. */
export const lazyPage = (load: () => Promise<ComponentType>) =>
  lazy(async () => ({ default: await load().catch(() => UnloadedPage) }));
