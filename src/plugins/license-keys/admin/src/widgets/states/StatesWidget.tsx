import { StatisticsWidget } from '../StatisticsWidget';

import { StateBars } from './StateBars';

export const StatesWidget = () => (
  <StatisticsWidget isEmpty={({ states }) => states.every(({ count }) => count === 0)}>
    {({ states }, environment) => <StateBars states={states} environment={environment} />}
  </StatisticsWidget>
);
