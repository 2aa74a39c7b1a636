import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import {
  ACTIVATION_USES,
  EXPIRY_FILTERS,
  formatSort,
  type LicenseFilter,
  type LicenseListQuery,
  type ListSort,
  type PageContext,
} from '../../../../../shared/list';
import { STATES } from '../../../../../shared/states';
import { encodeQuery } from '../../../services/licenses';
import { dayOf } from '../../../utils/days';
import { DAY } from '../../../utils/relativeTime';
import { choiceIn, dayIn, idIn, pageIn, textIn } from '../../../utils/searchParams';

const FILTERS = [
  '_q',
  'product',
  'state',
  'customer',
  'generator',
  'createdFrom',
  'createdTo',
  'expires',
  'expiresFrom',
  'expiresTo',
  'use',
  'job',
] as const satisfies (keyof LicenseListQuery)[];

/** What filters in the address. `created` is a number of days, so a bookmark of it stays true. */
const FILTER_PARAMS = [...FILTERS, 'created'] as const;
type FilterParam = (typeof FILTER_PARAMS)[number];

export type ListParams = Partial<
  Record<FilterParam | 'environment' | 'sort' | 'page' | 'dialog', string>
>;

export const NO_FILTERS: Partial<Record<FilterParam, undefined>> = Object.fromEntries(
  FILTER_PARAMS.map((name) => [name, undefined])
);

/** What belongs to one environment, so its filter cannot come along to another. */
export const NO_SCOPED_FILTERS = {
  product: undefined,
  customer: undefined,
  generator: undefined,
  job: undefined,
};

export const isFiltered = (query: LicenseListQuery): boolean =>
  FILTERS.some((name) => query[name] !== undefined);

/** What the list is filtered by, as the server takes it. */
export const filterIn = (query: LicenseListQuery): LicenseFilter =>
  Object.fromEntries(FILTERS.map((name) => [name, query[name]]));

/** Choices of the filter by creation: within so many days. */
export const CREATED_FILTERS = ['7', '30'] as const;
export type CreatedFilter = (typeof CREATED_FILTERS)[number];

export const createdIn = (params: URLSearchParams): CreatedFilter | undefined =>
  choiceIn(params, 'created', CREATED_FILTERS);

/** The days that the filter by creation leaves. */
export const createdRange = (params: URLSearchParams, today: string) => {
  const days = createdIn(params);
  return days
    ? { createdFrom: dayOf(Date.parse(today) - Number(days) * DAY) }
    : { createdFrom: dayIn(params, 'createdFrom'), createdTo: dayIn(params, 'createdTo') };
};

const expiryRange = (params: URLSearchParams) => {
  const expires = choiceIn(params, 'expires', EXPIRY_FILTERS);
  return expires
    ? { expires }
    : { expiresFrom: dayIn(params, 'expiresFrom'), expiresTo: dayIn(params, 'expiresTo') };
};

export const readListQuery = (
  params: URLSearchParams,
  { environments, defaultEnvironment }: PageContext['data'],
  sort: ListSort,
  today: string
) =>
  ({
    environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
    _q: textIn(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
    product: textIn(params, 'product'),
    state: choiceIn(params, 'state', STATES),
    customer: textIn(params, 'customer'),
    generator: textIn(params, 'generator'),
    ...createdRange(params, today),
    ...expiryRange(params),
    use: choiceIn(params, 'use', ACTIVATION_USES),
    job: idIn(params, 'job'),
    sort: formatSort(sort),
    ...pageIn(params),
  }) satisfies LicenseListQuery;

/** What the list shows, wherever in it one is: a query string, the same for the same view. */
export const viewOf = (query: LicenseListQuery, created: CreatedFilter | undefined): string =>
  encodeQuery({
    environment: query.environment,
    ...filterIn(query),
    ...(created && { created, createdFrom: undefined }),
    sort: query.sort,
  });
