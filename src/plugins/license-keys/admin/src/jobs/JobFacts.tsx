import { Grid } from '@strapi/design-system';

import { MAX_JOB_ATTEMPTS, type JobItem } from '../../../shared/jobs';
import { DateTime } from '../components/DateTime';
import { Fact } from '../components/Fact';
import { FullText } from '../components/FullText';
import { useTranslate } from '../i18n/useTranslate';

/** What a job is about, who asked for it, and when what happened. */
export const JobFacts = ({ job }: { job: JobItem }) => {
  const t = useTranslate();
  const { subject, requestedBy, createdAt, startedAt, finishedAt, attempts } = job;

  return (
    <Grid.Root tag="dl" gap={4}>
      {subject && (
        <Fact label={t('jobs.subject')} isWide>
          <FullText first={subject} />
        </Fact>
      )}
      <Fact label={t('jobs.requestedBy')}>
        <FullText first={requestedBy ?? '—'} />
      </Fact>
      <Fact label={t('column.createdAt')}>
        <DateTime at={createdAt} />
      </Fact>
      <Fact label={t('jobs.startedAt')}>
        <DateTime at={startedAt} />
      </Fact>
      <Fact label={t('jobs.finishedAt')}>
        <DateTime at={finishedAt} />
      </Fact>
      <Fact label={t('jobs.attempts')}>
        {t('jobs.attempts.of', { attempts, max: MAX_JOB_ATTEMPTS })}
      </Fact>
    </Grid.Root>
  );
};
