import { StatisticsWidget } from '../StatisticsWidget';

import { ExpiringList } from './ExpiringList';

export const ExpiringWidget = () => (
  <StatisticsWidget isEmpty={({ expiringCount }) => expiringCount === 0}>
    {({ expiring, expiringCount }, environment) => (
      <ExpiringList licenses={expiring} count={expiringCount} environment={environment} />
    )}
  </StatisticsWidget>
);
