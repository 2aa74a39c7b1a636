import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Moment } from '../../../../components/Moment';

import type { CellProps } from './CellProps';

export const CreatedCell = ({ license: { createdAt } }: CellProps) => {
  const { formatDate } = useIntl();

  return (
    <Typography>
      <Moment at={createdAt}>{formatDate(createdAt, { dateStyle: 'medium' })}</Moment>
    </Typography>
  );
};
