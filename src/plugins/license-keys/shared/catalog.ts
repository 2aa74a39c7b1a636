import { sortParser } from './list';
import type { SortOrder } from './list';

/** The content types of what licenses are made for, as the Content Manager knows them. */
export const CUSTOMER_UID = 'plugin::license-keys.customer';
export const PRODUCT_UID = 'plugin::license-keys.product';

export const CUSTOMER_SORT_FIELDS = ['name', 'email', 'company', 'createdAt'] as const;
export type CustomerSortField = (typeof CUSTOMER_SORT_FIELDS)[number];

export const PRODUCT_SORT_FIELDS = ['name', 'slug', 'active', 'createdAt'] as const;
export type ProductSortField = (typeof PRODUCT_SORT_FIELDS)[number];

export interface CatalogSort<Field> {
  field: Field;
  order: SortOrder;
}

export const DEFAULT_CATALOG_SORT = { field: 'name', order: 'asc' } as const;

export const parseCustomerSort = sortParser(CUSTOMER_SORT_FIELDS);
export const parseProductSort = sortParser(PRODUCT_SORT_FIELDS);

/** Query of `GET /license-keys/customers` and of `GET /license-keys/products`. */
export interface CatalogQuery {
  environment: string;
  /** Text to be found in a customer's name, e-mail or company, or in a product's name or slug. */
  _q?: string;
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

export interface Customer {
  documentId: string;
  name: string;
  /** Of no other customer of the environment, whatever its case. */
  email: string;
  company: string | null;
  createdAt: string;
}

/** `GET /license-keys/customers` answers a `Paged` of these. */
export interface CustomerItem extends Customer {
  /** All, and of them the active ones. */
  licenses: number;
  activeLicenses: number;
  /** Those that hold a slot of one of the licenses. */
  devices: number;
}

/** `GET /license-keys/products` answers a `Paged` of these. */
export interface ProductItem {
  documentId: string;
  name: string;
  slug: string;
  active: boolean;
  /** All, and of them those in these states. */
  licenses: number;
  available: number;
  assigned: number;
  activeLicenses: number;
  generators: number;
  createdAt: string;
}
