import { useIntl } from 'react-intl';

import { useTranslate } from '../../i18n/useTranslate';

/** Words for the days from one to another, either of which may be open. */
export const useRangeText = () => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const dayText = (day: string) => formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' });

  return (from: string | undefined, to: string | undefined): string | undefined => {
    if (from && to) return t('filter.range.between', { from: dayText(from), to: dayText(to) });
    if (from) return t('filter.range.since', { from: dayText(from) });
    return to && t('filter.range.until', { to: dayText(to) });
  };
};
