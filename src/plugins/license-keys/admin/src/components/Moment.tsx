import { Tooltip } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface MomentProps {
  /** ISO 8601 */
  at: string;
  children: string;
}

/** A point in time in short; the exact one, with its time zone, on hover. */
export const Moment = ({ at, children }: MomentProps) => {
  const { formatDate } = useIntl();

  return (
    <Tooltip label={formatDate(at, { dateStyle: 'full', timeStyle: 'long' })}>
      <time dateTime={at}>{children}</time>
    </Tooltip>
  );
};
