import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Moment } from './Moment';

/** The day of an instant (ISO 8601). */
export const DayText = ({ at }: { at: string }) => {
  const { formatDate } = useIntl();

  return (
    <Typography>
      <Moment at={at}>{formatDate(at, { dateStyle: 'medium' })}</Moment>
    </Typography>
  );
};
