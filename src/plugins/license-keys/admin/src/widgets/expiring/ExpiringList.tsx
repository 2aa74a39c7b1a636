import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Statistics } from '../../../../shared/license';
import { keyPrefix } from '../../../../shared/limits';
import { Moment } from '../../components/Moment';
import { useNow } from '../../hooks/useNow';
import { useTranslate } from '../../i18n/useTranslate';
import { listPath } from '../../utils/listPath';
import { relativeTime } from '../../utils/relativeTime';
import { TextLink } from '../../components/TextLink';
import { WidgetList } from '../WidgetList';

interface ExpiringListProps {
  licenses: Statistics['data']['expiring'];
  count: number;
  environment: string;
}

/** How many licenses expire within 30 days, and the first of them. */
export const ExpiringList = ({ licenses, count, environment }: ExpiringListProps) => {
  const t = useTranslate();
  const { formatRelativeTime } = useIntl();
  const now = useNow();

  return (
    <>
      <Typography>{t('widget.expiring.count', { count })}</Typography>
      <WidgetList>
        {licenses.map(({ documentId, key, product, customer, expiresAt }) => (
          <li key={documentId}>
            <Flex direction="column" alignItems="flex-start" minWidth={0}>
              <TextLink to={listPath({ environment, _q: key })}>{keyPrefix(key)}…</TextLink>
              <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600">
                {[product, customer].filter(Boolean).join(' · ')}
              </Typography>
            </Flex>
            <Typography variant="pi" shrink={0}>
              <Moment at={expiresAt}>
                {formatRelativeTime(...relativeTime(Date.parse(expiresAt) - now))}
              </Moment>
            </Typography>
          </li>
        ))}
      </WidgetList>
    </>
  );
};
