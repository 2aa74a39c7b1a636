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

export interface ListSort {
  field: SortField;
  order: SortOrder;
}

/** Reads `field:order` as it stands in the page's address; anything that is not on the list is undefined. */
export const parseSort = (value: unknown): ListSort | undefined => {
  const [field, order, ...rest] = String(value).split(':');
  const sortField = SORT_FIELDS.find((candidate) => candidate === field);
  const sortOrder = SORT_ORDERS.find((candidate) => candidate === order?.toLowerCase());
  return sortField && sortOrder && rest.length === 0
    ? { field: sortField, order: sortOrder }
    : undefined;
};

export const formatSort = ({ field, order }: ListSort): string => `${field}:${order}`;

/** Query of `GET /license-keys/licenses`. */
export interface LicenseListQuery {
  environment: string;
  /** Text to be found in the key, the customer's name or e-mail, or the product's name. */
  _q?: string;
  /** documentId of a product. */
  product?: string;
  state?: State;
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

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
  data: { environments: string[]; defaultEnvironment: string };
}

/** Answer of `GET /license-keys/product-options?environment=…`, ordered by name. */
export interface ProductOptions {
  data: { documentId: string; name: string; active: boolean }[];
}

/** Body of `POST /license-keys/licenses/:documentId/:action`; answers `{ data: LicenseListItem }`. */
export interface ActionBody {
  reason?: string;
}

