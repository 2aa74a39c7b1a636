import { useTranslate } from '../../../i18n/useTranslate';
import type { FilterChip } from '../../../list/filters/FilterChips';
import { useRangeText } from '../../../list/filters/useRangeText';
import type { JobParams } from '../jobParams';
import type { JobQuery } from '../useJobQuery';

/** The filters that are on, in words. */
export const useJobChips = ({ query, created }: JobQuery): FilterChip<JobParams>[] => {
  const t = useTranslate();
  const rangeText = useRangeText();
  const { type, state, requestedBy, createdFrom, createdTo } = query;

  const chips = [
    {
      label: t('jobs.type'),
      value: type && t(`jobs.type.${type}`),
      without: { type: undefined },
    },
    {
      label: t('filter.state'),
      value: state && t(`job.state.${state}`),
      without: { state: undefined },
    },
    {
      label: t('jobs.requestedBy'),
      value: requestedBy && t('jobs.requestedBy.me'),
      without: { requestedBy: undefined },
    },
    {
      label: t('column.createdAt'),
      value: created ? t(`filter.created.${created}`) : rangeText(createdFrom, createdTo),
      without: { created: undefined, createdFrom: undefined, createdTo: undefined },
    },
  ];

  return chips.flatMap(({ value, ...chip }) => (value ? [{ ...chip, value }] : []));
};
