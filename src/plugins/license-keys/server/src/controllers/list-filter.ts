import type { ExpiryFilter, LicenseFilter, LicenseListQuery } from '../../../shared/list';
import { expiringWithin } from '../store/license-list';
import type { ListFilter } from '../store/license-list';

type Optional<T> = { [Name in keyof T]: T[Name] | undefined };

type ListQuery = Pick<LicenseListQuery, 'environment'> & Partial<Optional<LicenseFilter>>;

const DAY = 24 * 60 * 60 * 1000;

const startOf = (day: string | undefined): Date | undefined =>
  day === undefined ? undefined : new Date(`${day}T00:00:00.000Z`);

const endOf = (day: string | undefined): Date | undefined => {
  const start = startOf(day);
  return start && new Date(start.getTime() + DAY);
};

/** The span that two days, both included, make. */
export const dayRange = (from?: string, to?: string) => ({ from: startOf(from), to: endOf(to) });

const expiryRange = (
  choice: ExpiryFilter | undefined,
  from: string | undefined,
  to: string | undefined,
  now: Date
): Pick<ListFilter, 'expiresFrom' | 'expiresTo' | 'lifetime' | 'ongoing'> => {
  switch (choice) {
    case 'lifetime':
      return { lifetime: true };
    case 'expired':
      return { expiresTo: now };
    case undefined:
      return { expiresFrom: startOf(from), expiresTo: endOf(to) };
    default:
      return expiringWithin(Number(choice), now);
  }
};

/** The list's filter, as the page's query gives it. */
export const filterOf = (
  { _q, createdFrom, createdTo, expires, expiresFrom, expiresTo, ...filter }: ListQuery,
  now: Date
): ListFilter => {
  const created = dayRange(createdFrom, createdTo);
  return {
    ...filter,
    search: _q,
    createdFrom: created.from,
    createdTo: created.to,
    ...expiryRange(expires, expiresFrom, expiresTo, now),
  };
};

/** What was selected in the list: its rows one by one, or all that match. */
export const selectedBy = (
  {
    ids,
    filter,
  }: { ids?: string[] | undefined; filter?: Omit<ListQuery, 'environment'> | undefined },
  environment: string,
  now: Date
): ListFilter =>
  ids ? { environment, documentIds: ids } : filterOf({ ...filter, environment }, now);
