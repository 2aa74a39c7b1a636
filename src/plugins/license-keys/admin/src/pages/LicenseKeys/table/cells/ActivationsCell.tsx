import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { UNLIMITED } from '../../../../../../shared/limits';
import { useTranslate } from '../../../../i18n/useTranslate';

import type { CellProps } from './CellProps';

export const ActivationsCell = ({ license }: Pick<CellProps, 'license'>) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const { activationCount: count, activationLimit: limit } = license;
  const isUnlimited = limit === UNLIMITED;

  return (
    <Typography>
      <span aria-hidden>
        {formatNumber(count)} / {isUnlimited ? '∞' : formatNumber(limit)}
      </span>
      <VisuallyHidden>
        {t(isUnlimited ? 'activations.unlimited' : 'activations.limited', { count, limit })}
      </VisuallyHidden>
    </Typography>
  );
};
