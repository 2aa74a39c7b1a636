import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Statistics } from '../../../../shared/license';
import { Moment } from '../../components/Moment';
import { useNow } from '../../hooks/useNow';
import { useTranslate } from '../../i18n/useTranslate';
import { useActorName } from '../../audit/useActorName';
import { listPath } from '../../utils/listPath';
import { relativeTime } from '../../utils/relativeTime';
import { TextLink } from '../../components/TextLink';
import { WidgetList } from '../WidgetList';

interface ActivityListProps {
  entries: Statistics['data']['activity'];
  environment: string;
}

/** What was done last, to which license and by whom. An export is not about one license. */
export const ActivityList = ({ entries, environment }: ActivityListProps) => {
  const t = useTranslate();
  const { formatRelativeTime } = useIntl();
  const actorName = useActorName();
  const now = useNow();

  return (
    <WidgetList>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Flex direction="column" alignItems="flex-start" minWidth={0}>
            <Flex gap={2}>
              <Typography>{t(`audit.${entry.action}`)}</Typography>
              {entry.keyPrefix && (
                <TextLink to={listPath({ environment, _q: entry.keyPrefix })}>
                  {entry.keyPrefix}…
                </TextLink>
              )}
            </Flex>
            <Typography ellipsis maxWidth="100%" variant="pi" textColor="neutral600">
              {actorName(entry)}
            </Typography>
          </Flex>
          <Typography variant="pi" shrink={0}>
            <Moment at={entry.occurredAt}>
              {formatRelativeTime(...relativeTime(Date.parse(entry.occurredAt) - now))}
            </Moment>
          </Typography>
        </li>
      ))}
    </WidgetList>
  );
};
