import { Typography } from '@strapi/design-system';

import { useTranslate } from '../../../../i18n/useTranslate';

import type { CellProps } from './CellProps';
import { TwoLines } from '../../../../list/TwoLines';

export const CustomerCell = ({ license: { customer } }: CellProps) => {
  const t = useTranslate();
  if (customer) return <TwoLines first={customer.name} second={customer.email} />;

  return (
    <Typography textColor="neutral600">
      <span aria-hidden>— </span>
      {t('customer.none')}
    </Typography>
  );
};
