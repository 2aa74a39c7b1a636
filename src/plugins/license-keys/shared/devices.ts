import type { DeviceHistory } from './license';
import { sortParser } from './list';
import type { SortOrder } from './list';

/** Whether a device holds a slot of its license. */
export const DEVICE_STATUSES = ['active', 'ended'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

export const DEVICE_SORT_FIELDS = [
  'device',
  'license',
  'product',
  'customer',
  'status',
  'activatedAt',
  'lastVerifiedAt',
] as const;
export type DeviceSortField = (typeof DEVICE_SORT_FIELDS)[number];

export interface DeviceSort {
  field: DeviceSortField;
  order: SortOrder;
}

export const DEFAULT_DEVICE_SORT = {
  field: 'activatedAt',
  order: 'desc',
} as const satisfies DeviceSort;

export const parseDeviceSort: (value: unknown) => DeviceSort | undefined =
  sortParser(DEVICE_SORT_FIELDS);

export const MAX_IDLE_DAYS = 3650;

/** Query of `GET /license-keys/activations`, which answers `Paged<DeviceItem>`. */
export interface DeviceListQuery {
  environment: string;
  /**
   * Text to be found in the device's name, fingerprint or IP address, in the customer's name or e-mail, or in
   * the first characters of the license key; or the whole license key.
   */
  _q?: string;
  /** documentIds. */
  license?: string;
  product?: string;
  customer?: string;
  status?: DeviceStatus;
  /** Days, `YYYY-MM-DD` in UTC, both included. */
  activatedFrom?: string;
  activatedTo?: string;
  /** The same of the last verification; those that were never verified are not found. */
  verifiedFrom?: string;
  verifiedTo?: string;
  /** Those that hold a slot and were not seen for so many days. */
  idleDays?: number;
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

/** What filters the list within its environment. */
export type DeviceFilter = Omit<DeviceListQuery, 'environment' | 'sort' | 'page' | 'pageSize'>;

export interface DeviceItem extends DeviceHistory {
  /** Of the key only the first characters. */
  license: { documentId: string; keyPrefix: string };
  product: { documentId: string; name: string };
  customer: { documentId: string; name: string; email: string } | null;
}

/** Selected devices (documentIds of their activations, at most 1,000), or all that match a filter. */
export type DeviceSelection = { ids: string[] } | { filter: DeviceFilter };

/** Body of `POST /license-keys/activations/bulk/dry-run`. */
export interface DeviceBulkBody {
  environment: string;
  selection: DeviceSelection;
  /** One for all. */
  reason?: string;
}

/** Body of `POST /license-keys/activations/bulk`, which answers `{ data: JobItem }` (202). */
export interface DeviceBulkStartBody extends DeviceBulkBody {
  /** That of the dry run: 409 `SELECTION_CHANGED` where other devices match by now. */
  fingerprint: string;
}

/** Answer of the dry run. */
export interface DeviceDryRun {
  data: {
    total: number;
    /** Those that would lose their slot. */
    legal: number;
    /** Those that hold none any more. */
    unchanged: number;
    /** Of the devices that were tried. */
    fingerprint: string;
  };
}
