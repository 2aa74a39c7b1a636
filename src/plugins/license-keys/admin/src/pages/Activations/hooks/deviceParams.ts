import {
  DEVICE_STATUSES,
  MAX_IDLE_DAYS,
  type DeviceFilter,
  type DeviceListQuery,
  type DeviceSort,
} from '../../../../../shared/devices';
import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import type { PageContext } from '../../../../../shared/list';
import { choiceIn, dayIn, pageIn, textIn } from '../../../utils/searchParams';

const FILTERS = [
  '_q',
  'license',
  'product',
  'customer',
  'status',
  'activatedFrom',
  'activatedTo',
  'verifiedFrom',
  'verifiedTo',
  'idleDays',
] as const satisfies (keyof DeviceListQuery)[];
type FilterParam = (typeof FILTERS)[number];

export type DeviceParams = Partial<Record<FilterParam | 'environment' | 'sort' | 'page', string>>;

export const NO_FILTERS: Partial<Record<FilterParam, undefined>> = Object.fromEntries(
  FILTERS.map((name) => [name, undefined])
);

/** What belongs to one environment, so its filter cannot come along to another. */
export const NO_SCOPED_FILTERS = { license: undefined, product: undefined, customer: undefined };

export const isFiltered = (query: DeviceListQuery): boolean =>
  FILTERS.some((name) => query[name] !== undefined);

/** What the list is filtered by, as the server takes it. */
export const filterIn = (query: DeviceListQuery): DeviceFilter =>
  Object.fromEntries(FILTERS.map((name) => [name, query[name]]));

export const isIdleDays = (days: number): boolean =>
  Number.isInteger(days) && days >= 1 && days <= MAX_IDLE_DAYS;

const idleDaysIn = (params: URLSearchParams): number | undefined => {
  const days = Number(params.get('idleDays'));
  return isIdleDays(days) ? days : undefined;
};

export const readDeviceQuery = (
  params: URLSearchParams,
  { environments, defaultEnvironment }: PageContext['data'],
  { field, order }: DeviceSort
) =>
  ({
    environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
    _q: textIn(params, '_q')?.slice(0, MAX_SEARCH_LENGTH),
    license: textIn(params, 'license'),
    product: textIn(params, 'product'),
    customer: textIn(params, 'customer'),
    status: choiceIn(params, 'status', DEVICE_STATUSES),
    activatedFrom: dayIn(params, 'activatedFrom'),
    activatedTo: dayIn(params, 'activatedTo'),
    verifiedFrom: dayIn(params, 'verifiedFrom'),
    verifiedTo: dayIn(params, 'verifiedTo'),
    idleDays: idleDaysIn(params),
    sort: `${field}:${order}`,
    ...pageIn(params),
  }) satisfies DeviceListQuery;
