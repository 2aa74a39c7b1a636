import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Statistics } from '../../../../shared/license';
import { Moment } from '../../components/Moment';
import { useNow } from '../../hooks/useNow';
import { useTranslate } from '../../i18n/useTranslate';
import { listPath } from '../../utils/listPath';
import { relativeTime } from '../../utils/relativeTime';
import { WidgetLink } from '../WidgetLink';
import { WidgetList } from '../WidgetList';

interface ActivityListProps {
  entries: Statistics['data']['activity'];
  environment: string;
}

/** What was done last, to which license and by whom. An export is not about one license. */
export const ActivityList = ({ entries, environment }: ActivityListProps) => {
  const t = useTranslate();
  const { formatRelativeTime } = useIntl();
  const now = useNow();

  return (
    <WidgetList>
      {entries.map(({ id, action, keyPrefix, actorName, occurredAt }) => (
        <li key={id}>
          <Flex direction="column" alignItems="flex-start" minWidth={0}>
            <Typography>
              {t(`activity.${action}`)}{' '}
              {keyPrefix && (
                <WidgetLink to={listPath({ environment, _q: keyPrefix })}>{keyPrefix}…</WidgetLink>
              )}
            </Typography>
            {actorName && (
              <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600">
                {actorName}
              </Typography>
            )}
          </Flex>
          <Typography variant="pi" shrink={0}>
            <Moment at={occurredAt}>
              {formatRelativeTime(...relativeTime(Date.parse(occurredAt) - now))}
            </Moment>
          </Typography>
        </li>
      ))}
    </WidgetList>
  );
};
