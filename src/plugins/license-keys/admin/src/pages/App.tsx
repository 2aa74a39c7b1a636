import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';

import { READ_PERMISSIONS } from '../permissions';

import { LicenseKeysPage } from './LicenseKeys/LicenseKeysPage';

export const App = () => (
  <Page.Protect permissions={READ_PERMISSIONS}>
    <Routes>
      <Route index element={<LicenseKeysPage />} />
    </Routes>
  </Page.Protect>
);
