import { Suspense } from 'react';

import { Layouts, Page, useMediaQuery } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';

import { permissionFor } from '../permissions';

import { LinkColumn } from './navigation/LinkColumn';
import { LinkRow } from './navigation/LinkRow';
import { ROOT, useSubPageLinks } from './navigation/useSubPageLinks';
import { SUB_PAGES } from './subPages';

/** The table of licenses fills 1440 pixels: only a wider window has room for a column beside it. */
const WIDE = '(min-width: 1672px)';

export const App = () => {
  const isWide = useMediaQuery(WIDE);
  const { links, redirect } = useSubPageLinks();

  if (redirect) return <Navigate to={redirect} replace />;
  return (
    <Layouts.Root sideNav={isWide && <LinkColumn links={links} />}>
      {!isWide && <LinkRow links={links} />}
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          {SUB_PAGES.map(({ path, verb, Component }) => (
            <Route
              key={path}
              path={path === '' ? path : `${path}/*`}
              element={
                <Page.Protect permissions={[permissionFor(verb)]}>
                  <Component />
                </Page.Protect>
              }
            />
          ))}
          <Route path="*" element={<Navigate to={ROOT} replace />} />
        </Routes>
      </Suspense>
    </Layouts.Root>
  );
};
