import type { LicenseListItem } from '../../../../../../shared/list';

export interface CellProps {
  license: LicenseListItem;
  /** The time, in milliseconds. */
  now: number;
}
