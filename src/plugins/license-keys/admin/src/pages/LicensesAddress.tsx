import { Navigate, useLocation } from 'react-router-dom';

import { listPath } from '../utils/listPath';

/** The short address that the documentation gives, `/admin/licenses`: filters come along. */
export const LicensesAddress = () => {
  const { search, hash } = useLocation();
  return <Navigate to={{ ...listPath(), search, hash }} replace />;
};
