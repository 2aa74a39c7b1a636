import type { Path } from 'react-router-dom';

import { PLUGIN_ID } from '../../../shared/permissions';
import type { ListParams } from '../pages/LicenseKeys/hooks/listParams';
import { encodeQuery } from '../services/licenses';

const PATHNAME = `/plugins/${PLUGIN_ID}`;

/** The address of the list of licenses, filtered. */
export const listPath = (
  params: ListParams & { dialog?: string; license?: string } = {}
): Partial<Path> => ({
  pathname: PATHNAME,
  search: encodeQuery(params),
});

/** The address of the Generators page, filtered. */
export const generatorsPath = (params: { environment: string; product?: string }): Partial<Path> =>
  subPagePath('generators', params);

/** The address of a license's preview. */
export const previewPath = (environment: string, license: string): Partial<Path> =>
  listPath({ environment, dialog: 'preview', license });

/** The address of another of the plugin's pages, filtered. */
export const subPagePath = (path: string, params: object): Partial<Path> => ({
  pathname: `${PATHNAME}/${path}`,
  search: encodeQuery(params),
});
