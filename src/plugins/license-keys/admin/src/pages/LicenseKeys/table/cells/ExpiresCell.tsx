import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Moment } from '../../../../components/Moment';
import { Pill, type Tone } from '../../../../components/Pill';
import { useTranslate } from '../../../../i18n/useTranslate';
import { DAY, relativeTime } from '../../../../utils/relativeTime';

import type { CellProps } from './CellProps';

const SOON = 30 * DAY;

const urgency = (remaining: number): Tone | undefined => {
  if (remaining <= 0) return 'danger';
  return remaining <= SOON ? 'warning' : undefined;
};

export const ExpiresCell = ({ license: { expiresAt }, now }: CellProps) => {
  const t = useTranslate();
  const { formatRelativeTime } = useIntl();
  if (!expiresAt) return <Typography textColor="neutral600">{t('expires.never')}</Typography>;

  const remaining = Date.parse(expiresAt) - now;
  const tone = urgency(remaining);
  const moment = <Moment at={expiresAt}>{formatRelativeTime(...relativeTime(remaining))}</Moment>;

  return tone ? <Pill tone={tone}>{moment}</Pill> : <Typography>{moment}</Typography>;
};
