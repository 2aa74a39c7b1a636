import type { ExportBody } from '../../../shared/bulk';
import type { ExportFormat, LicenseFilter } from '../../../shared/list';
import { PLUGIN_ID } from '../../../shared/permissions';
import { dayOf } from '../utils/days';

import type { FileRequest } from './useFileExport';

interface LicenseExport {
  environment: string;
  filter: LicenseFilter;
  /** `field:order` */
  sort?: string | undefined;
}

/** Asks for all licenses that match, as a file. */
export const licenseExport = (
  { environment, filter, sort }: LicenseExport,
  format: ExportFormat
): FileRequest => ({
  path: `/${PLUGIN_ID}/exports/licenses`,
  body: { environment, format, filter, sort } satisfies ExportBody,
  fileName: `licenses-${environment}-${dayOf(Date.now())}.${format}`,
});
