import type { ExportFormat, LicenseFilter } from './list';
import type { ReasonCode } from './reasons';
import type { State } from './states';

/** What can be done to many licenses at once. */
export const BULK_ACTIONS = [
  'assign',
  'suspend',
  'unsuspend',
  'inactivate',
  'reactivate',
  'revoke',
  'delete',
  'export',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const MAX_BULK_SELECTION = 1000;

/** Selected rows (documentIds, at most 1,000), or all that match a filter. */
export type BulkSelection = { ids: string[] } | { filter: LicenseFilter };

/** Body of `POST /license-keys/bulk/dry-run`. */
export interface BulkBody {
  environment: string;
  action: BulkAction;
  selection: BulkSelection;
  /** documentId; for `assign`. */
  customer?: string;
  /** One for all. */
  reason?: string;
}

/** Body of `POST /license-keys/bulk`, which answers `{ data: JobItem }` (202). */
export interface BulkStartBody extends BulkBody {
  /** That of the dry run: 409 `SELECTION_CHANGED` where other licenses match by now. */
  fingerprint: string;
}

/**
 * Body of `POST /license-keys/exports/licenses`, which answers the file itself. Selected rows are exported by a
 * bulk action: its job notes each of them, and `filter.job` is its file.
 */
export interface ExportBody {
  environment: string;
  format: ExportFormat;
  filter: LicenseFilter;
  /** `field:asc` or `field:desc`. */
  sort?: string;
}

/** Licenses that an action is refused for, for one reason. */
export interface RefusedOnes {
  code: ReasonCode;
  message: string;
  /** Where it is their state that forbids it. */
  from?: State;
  count: number;
}

/** Answer of the dry run: for how many the action is legal, and why not for the rest. */
export interface DryRun {
  data: {
    total: number;
    legal: number;
    /** Already as wanted: nothing would change. */
    unchanged: number;
    refused: RefusedOnes[];
    /** Devices that would be deactivated. */
    devices: number;
    /** Of the licenses that were tried. */
    fingerprint: string;
  };
}
