import type { ReactNode } from 'react';

import type { Statistics } from '../../../shared/license';

import { useStatistics } from './useStatistics';
import { WidgetFrame } from './WidgetFrame';

type Figures = Statistics['data'];

interface StatisticsWidgetProps {
  isEmpty: (statistics: Figures) => boolean;
  children: (statistics: Figures, environment: string) => ReactNode;
}

/** A widget that shows a part of the statistics. */
export const StatisticsWidget = (props: StatisticsWidgetProps) => {
  const { statistics, environment, error } = useStatistics();
  return <WidgetFrame figures={statistics} environment={environment} error={error} {...props} />;
};
