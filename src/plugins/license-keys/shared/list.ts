import type { State } from './states';

/** The seven fields of the sort dialog. */
export const SORT_FIELDS = [
  'key',
  'product',
  'customer',
  'state',
  'activationLimit',
  'expiresAt',
  'createdAt',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export const SORT_ORDERS = ['asc', 'desc'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export const DEFAULT_SORT = { field: 'createdAt', order: 'desc' } as const;

export const PAGE_SIZES = [10, 20, 50, 100] as const;
export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** How many of a license's slots are held: none, some, all. */
export const ACTIVATION_USES = ['unused', 'in-use', 'full'] as const;
export type ActivationUse = (typeof ACTIVATION_USES)[number];

/** Choices of the filter by expiry: within so many days from now, past, or never. */
export const EXPIRY_FILTERS = ['7', '14', '30', 'expired', 'lifetime'] as const;
export type ExpiryFilter = (typeof EXPIRY_FILTERS)[number];

export interface ListSort {
  field: SortField;
  order: SortOrder;
}

/** Reads `field:order`, as it stands in a page's address, by a list of fields; anything else is undefined. */
export const sortParser =
  <Field extends string>(fields: readonly Field[]) =>
  (value: unknown): { field: Field; order: SortOrder } | undefined => {
    const [name, direction, ...rest] = String(value).split(':');
    const field = fields.find((candidate) => candidate === name);
    const order = SORT_ORDERS.find((candidate) => candidate === direction?.toLowerCase());
    return field && order && rest.length === 0 ? { field, order } : undefined;
  };

export const parseSort: (value: unknown) => ListSort | undefined = sortParser(SORT_FIELDS);

export const formatSort = ({ field, order }: { field: string; order: SortOrder }): string =>
  `${field}:${order}`;

/** Query of `GET /license-keys/licenses`. */
export interface LicenseListQuery {
  environment: string;
  /** Text to be found in the key, the customer's name or e-mail, or the product's name. */
  _q?: string;
  /** documentId of a product. */
  product?: string;
  state?: State;
  /** documentIds. */
  customer?: string;
  generator?: string;
  /** Days, `YYYY-MM-DD` in UTC, both included. */
  createdFrom?: string;
  createdTo?: string;
  expires?: ExpiryFilter;
  expiresFrom?: string;
  expiresTo?: string;
  use?: ActivationUse;
  /** Those that a job has made, changed or exported. */
  job?: number;
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

/** What filters the list within its environment. */
export type LicenseFilter = Omit<LicenseListQuery, 'environment' | 'sort' | 'page' | 'pageSize'>;

export interface LicenseListItem {
  documentId: string;
  key: string;
  environment: string;
  state: State;
  product: { documentId: string; name: string; slug: string; active: boolean };
  customer: { documentId: string; name: string; email: string } | null;
  /** −1 is unlimited. */
  activationLimit: number;
  /** Devices that hold a slot now. */
  activationCount: number;
  /** ISO 8601, UTC; null is lifetime. */
  expiresAt: string | null;
  createdAt: string;
}

/** Answer of `GET /license-keys/licenses`. */
export interface LicenseListAnswer {
  data: LicenseListItem[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

/** Answer of `GET /license-keys/context`: what the page must know before it can ask for a list. */
export interface PageContext {
  data: {
    environments: string[];
    defaultEnvironment: string;
    /** Whether Ctrl/Cmd+K searches from anywhere in the admin panel. */
    globalSearch: boolean;
    /** Of a CSV file. */
    importLimits: { maxBytes: number; maxLines: number };
  };
}

/** Answer of `GET /license-keys/product-options?environment=…`, ordered by name. */
export interface ProductOptions {
  data: { documentId: string; name: string; active: boolean }[];
}

/** Body of `POST /license-keys/licenses/:documentId/:action`; answers `{ data: LicenseListItem }`. */
export interface ActionBody {
  reason?: string;
}

/** A named set of filters, kept per administrator; `query` is the page's own query string. */
export interface SavedView {
  id: number;
  name: string;
  query: string;
}

/** Body of `POST /license-keys/views`; `GET` answers `{ data: SavedView[] }`, `DELETE /license-keys/views/:id` 204. */
export type SaveViewBody = Omit<SavedView, 'id'>;

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Header of the answer to an export: how many rows will come, for progress. */
export const EXPORT_COUNT_HEADER = 'License-Keys-Count';
