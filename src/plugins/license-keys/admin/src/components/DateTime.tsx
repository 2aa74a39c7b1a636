import { useIntl } from 'react-intl';

import { Moment } from './Moment';

interface DateTimeProps {
  at: string | null;
  /** What stands there if there is none. */
  none?: string;
}

export const DateTime = ({ at, none = '—' }: DateTimeProps) => {
  const { formatDate } = useIntl();
  if (!at) return none;
  return <Moment at={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</Moment>;
};
