import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Statistics } from '../../../../shared/license';
import { useTranslate } from '../../i18n/useTranslate';

import { Bars } from './Bars';

type Days = Statistics['data']['activations'];

/** Activations of each of the last days; who cannot see the bars is told what they come to. */
export const ActivationsChart = ({ days }: { days: Days }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const dayText = (day = '') =>
    formatDate(day, { day: 'numeric', month: 'short', timeZone: 'UTC' });

  const total = days.reduce((sum, { count }) => sum + count, 0);
  const busiest = days.reduce((most, day) => (day.count > most.count ? day : most));

  return (
    <>
      <Typography>{t('widget.activations.total', { total, days: days.length })}</Typography>
      <Bars
        label={t('widget.activations.label', {
          from: dayText(days.at(0)?.day),
          to: dayText(days.at(-1)?.day),
          day: dayText(busiest.day),
          count: busiest.count,
        })}
        bars={days.map(({ day, count }) => ({
          value: count,
          title: t('widget.activations.day', { day: dayText(day), count }),
        }))}
      />
      <Flex justifyContent="space-between" aria-hidden>
        <Typography variant="pi" textColor="neutral600">
          {dayText(days.at(0)?.day)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {dayText(days.at(-1)?.day)}
        </Typography>
      </Flex>
    </>
  );
};
