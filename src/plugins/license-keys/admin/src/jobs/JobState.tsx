import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { JobItem, JobState as State } from '../../../shared/jobs';
import { Pill, type Tone } from '../components/Pill';
import { useTranslate } from '../i18n/useTranslate';

export const JOB_TONES = {
  queued: 'neutral',
  running: 'primary',
  succeeded: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const satisfies Record<State, Tone>;

/** How a job stands; one that failed for a while, also when it is tried again. */
export const JobState = ({ job: { state, nextAttemptAt } }: { job: JobItem }) => {
  const t = useTranslate();
  const { formatTime } = useIntl();

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Pill tone={JOB_TONES[state]}>{t(`job.state.${state}`)}</Pill>
      {nextAttemptAt && (
        <Typography variant="pi" textColor="neutral600">
          {t('jobs.nextAttempt', { time: formatTime(nextAttemptAt) })}
        </Typography>
      )}
    </Flex>
  );
};
