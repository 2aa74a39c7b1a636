import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useNow } from '../hooks/useNow';
import { relativeTime } from '../utils/relativeTime';

import { Moment } from './Moment';

/** How long ago an instant (ISO 8601) is. */
export const Ago = ({ at }: { at: string | null }) => {
  const { formatRelativeTime } = useIntl();
  const now = useNow();
  if (!at) return <Typography>—</Typography>;

  return (
    <Typography>
      <Moment at={at}>{formatRelativeTime(...relativeTime(Date.parse(at) - now))}</Moment>
    </Typography>
  );
};
