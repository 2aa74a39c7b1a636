import type { ReactNode } from 'react';

import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';

import type { Statistics } from '../../../shared/license';
import { Pill } from '../components/Pill';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import { environmentTone } from '../pages/LicenseKeys/environmentTone';

import { useStatistics } from './useStatistics';

type Figures = Statistics['data'];

interface StatisticsWidgetProps {
  isEmpty: (statistics: Figures) => boolean;
  children: (statistics: Figures, environment: string) => ReactNode;
}

/** The frame of each widget: which environment it is about, and what there is instead of figures. */
export const StatisticsWidget = ({ isEmpty, children }: StatisticsWidgetProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { statistics, environment, error } = useStatistics();

  if (error) return <Widget.Error>{errorMessage(error)}</Widget.Error>;
  if (!statistics || environment === undefined) return <Widget.Loading />;
  if (isEmpty(statistics))
    return <Widget.NoData>{t('widget.none', { environment })}</Widget.NoData>;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} height="100%">
      <Flex>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </Flex>
      {children(statistics, environment)}
    </Flex>
  );
};
