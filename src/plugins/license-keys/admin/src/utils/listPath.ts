import type { Path } from 'react-router-dom';

import { PLUGIN_ID } from '../../../shared/permissions';
import type { ListParams } from '../pages/LicenseKeys/hooks/listParams';
import { encodeQuery } from '../services/licenses';

const PATHNAME = `/plugins/${PLUGIN_ID}`;

/** The address of the page, filtered. */
export const listPath = (params: ListParams = {}): Partial<Path> => ({
  pathname: PATHNAME,
  search: encodeQuery(params),
});
