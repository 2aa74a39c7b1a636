import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { UNLIMITED } from '../../../../../../shared/limits';
import { useNow } from '../../../../hooks/useNow';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Preview } from '../../../../services/preview';

/** The facts that a positive answer rests on. */
export const ValidBasis = ({ preview: { license, graceEndsAt } }: { preview: Preview }) => {
  const t = useTranslate();
  const now = useNow();
  const { formatDate } = useIntl();
  const { state, product, expiresAt, activationLimit: limit, activationCount: count } = license;

  const exact = (instant: string) => formatDate(instant, { dateStyle: 'full', timeStyle: 'long' });
  const isInGrace = expiresAt !== null && Date.parse(expiresAt) <= now;

  const facts = [
    t('why.valid.state', { state: t(`state.${state}`) }),
    t('why.valid.product', { product: product.name }),
    expiresAt
      ? t(isInGrace ? 'why.valid.grace' : 'why.valid.expires', {
          instant: exact(expiresAt),
          end: graceEndsAt && exact(graceEndsAt),
        })
      : t('why.valid.lifetime'),
    limit === UNLIMITED
      ? t('activations.unlimited', { count })
      : t('why.used', { used: count, limit }),
  ];

  return (
    <ul>
      {facts.map((fact) => (
        <Typography key={fact} tag="li">
          <span aria-hidden>✓ </span>
          {fact}
        </Typography>
      ))}
    </ul>
  );
};
