import type { ExpiryFilter, LicenseListQuery } from '../../../../shared/list';
import type { ListFilter } from '../../store/license-list';

type Optional<T> = { [Name in keyof T]: T[Name] | undefined };

type ListQuery = Pick<LicenseListQuery, 'environment'> &
  Partial<Optional<Omit<LicenseListQuery, 'environment' | 'sort' | 'page' | 'pageSize'>>>;

const DAY = 24 * 60 * 60 * 1000;

const startOf = (day: string | undefined): Date | undefined =>
  day === undefined ? undefined : new Date(`${day}T00:00:00.000Z`);

const endOf = (day: string | undefined): Date | undefined => {
  const start = startOf(day);
  return start && new Date(start.getTime() + DAY);
};

/** The span of creation that two days, both included, make. */
const createdRange = (
  from?: string,
  to?: string
): Pick<ListFilter, 'createdFrom' | 'createdTo'> => ({
  createdFrom: startOf(from),
  createdTo: endOf(to),
});

const expiryRange = (
  choice: ExpiryFilter | undefined,
  from: string | undefined,
  to: string | undefined,
  now: Date
): Pick<ListFilter, 'expiresFrom' | 'expiresTo' | 'lifetime'> => {
  switch (choice) {
    case 'lifetime':
      return { lifetime: true };
    case 'expired':
      return { expiresTo: now };
    case undefined:
      return { expiresFrom: startOf(from), expiresTo: endOf(to) };
    default:
      return { expiresFrom: now, expiresTo: new Date(now.getTime() + Number(choice) * DAY) };
  }
};

/** The list's filter, as the page's query gives it. */
export const filterOf = (
  { _q, createdFrom, createdTo, expires, expiresFrom, expiresTo, ...filter }: ListQuery,
  now: Date
): ListFilter => ({
  ...filter,
  search: _q,
  ...createdRange(createdFrom, createdTo),
  ...expiryRange(expires, expiresFrom, expiresTo, now),
});
