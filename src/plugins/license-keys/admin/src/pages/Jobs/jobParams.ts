import {
  DEFAULT_JOB_SORT,
  JOB_SORT_FIELDS,
  JOB_STATES,
  JOB_TYPES,
  type JobListQuery,
} from '../../../../shared/jobs';
import { formatSort, sortParser, type PageContext } from '../../../../shared/list';
import { choiceIn, pageIn } from '../../utils/searchParams';
import { createdRange } from '../LicenseKeys/hooks/listParams';

const FILTERS = [
  'type',
  'state',
  'requestedBy',
  'createdFrom',
  'createdTo',
] as const satisfies (keyof JobListQuery)[];

/** What filters in the address. `created` is a number of days, so a bookmark of it stays true. */
const FILTER_PARAMS = [...FILTERS, 'created'] as const;

export type JobParams = Partial<
  Record<(typeof FILTER_PARAMS)[number] | 'environment' | 'sort' | 'page', string>
>;

export const NO_JOB_FILTERS: JobParams = Object.fromEntries(
  FILTER_PARAMS.map((name) => [name, undefined])
);

/** In the address, so that a link shows everybody what they have asked for themselves. */
export const ME = 'me';

export const isFiltered = (query: JobListQuery): boolean =>
  FILTERS.some((name) => query[name] !== undefined);

const parseJobSort = sortParser(JOB_SORT_FIELDS);

export const jobSortIn = (params: URLSearchParams) =>
  parseJobSort(params.get('sort')) ?? DEFAULT_JOB_SORT;

export const readJobQuery = (
  params: URLSearchParams,
  { environments, defaultEnvironment }: PageContext['data'],
  me: string,
  today: string
) =>
  ({
    environment: choiceIn(params, 'environment', environments) ?? defaultEnvironment,
    type: choiceIn(params, 'type', JOB_TYPES),
    state: choiceIn(params, 'state', JOB_STATES),
    requestedBy: choiceIn(params, 'requestedBy', [ME]) && me,
    ...createdRange(params, today),
    sort: formatSort(jobSortIn(params)),
    ...pageIn(params),
  }) satisfies JobListQuery;
