import { StatisticsWidget } from '../StatisticsWidget';

import { ActivationsChart } from './ActivationsChart';

export const ActivationsWidget = () => (
  <StatisticsWidget isEmpty={({ activations }) => activations.every(({ count }) => count === 0)}>
    {({ activations }) => <ActivationsChart days={activations} />}
  </StatisticsWidget>
);
