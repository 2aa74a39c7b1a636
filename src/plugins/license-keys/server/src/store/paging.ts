import type { Paged } from '../../../shared/license';

/** `page` counts from 1. */
export interface Slice {
  page: number;
  pageSize: number;
}

export const offsetOf = ({ page, pageSize }: Slice): number => (page - 1) * pageSize;

export const paged = <T>(data: T[], total: number, { page, pageSize }: Slice): Paged<T> => ({
  data,
  meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
});

/** PostgreSQL counts in text, which is as wide as its integers. */
export const toCount = (rows: readonly { total: number | string }[]): number =>
  Number(rows[0]?.total ?? 0);
