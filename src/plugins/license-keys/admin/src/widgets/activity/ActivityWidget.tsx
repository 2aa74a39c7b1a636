import { StatisticsWidget } from '../StatisticsWidget';

import { ActivityList } from './ActivityList';

export const ActivityWidget = () => (
  <StatisticsWidget isEmpty={({ activity }) => activity.length === 0}>
    {({ activity }, environment) => <ActivityList entries={activity} environment={environment} />}
  </StatisticsWidget>
);
