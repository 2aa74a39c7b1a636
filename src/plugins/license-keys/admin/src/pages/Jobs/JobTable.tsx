import { Box, Button, Typography } from '@strapi/design-system';

import { MAX_JOB_ATTEMPTS, type JobItem, type JobSortField } from '../../../../shared/jobs';
import { DateTime } from '../../components/DateTime';
import { useTranslate } from '../../i18n/useTranslate';
import { jobButtonId } from '../../jobs/ids';
import { JobState } from '../../jobs/JobState';
import { useJobTexts } from '../../jobs/useJobTexts';
import { RecordTable } from '../../list/RecordTable';
import { TwoLines } from '../../list/TwoLines';

import { ProgressCell } from './ProgressCell';
import type { JobQuery } from './useJobQuery';

interface JobTableProps {
  list: JobQuery;
  jobs: JobItem[] | undefined;
  isBusy: boolean;
  onOpen: (id: number) => void;
}

export const JobTable = ({ list, jobs, isBusy, onOpen }: JobTableProps) => {
  const t = useTranslate();
  const textsOf = useJobTexts();

  return (
    <RecordTable<JobItem, JobSortField>
      label={t('jobs.title')}
      loadingLabel={t('jobs.loading')}
      items={jobs}
      keyOf={({ id }) => id}
      list={list}
      isBusy={isBusy}
      columns={[
        {
          name: 'job',
          head: t('jobs.column.job'),
          sortBy: 'type',
          cell: (job) => (
            <TwoLines
              first={textsOf(job).title}
              second={[job.subject, job.environment].filter(Boolean).join(' · ')}
              maxWidth="28rem"
            />
          ),
        },
        {
          name: 'state',
          head: t('column.state'),
          sortBy: 'state',
          cell: (job) => <JobState job={job} />,
        },
        {
          name: 'progress',
          head: t('jobs.column.progress'),
          cell: (job) => <ProgressCell job={job} />,
        },
        {
          name: 'requestedBy',
          head: t('jobs.requestedBy'),
          cell: ({ requestedBy }) => (
            <Box maxWidth="14rem">
              <Typography ellipsis tag="p" title={requestedBy ?? undefined}>
                {requestedBy ?? '—'}
              </Typography>
            </Box>
          ),
        },
        {
          name: 'createdAt',
          head: t('column.createdAt'),
          sortBy: 'createdAt',
          cell: ({ createdAt }) => (
            <Typography>
              <DateTime at={createdAt} />
            </Typography>
          ),
        },
        {
          name: 'finishedAt',
          head: t('jobs.finishedAt'),
          sortBy: 'finishedAt',
          cell: ({ finishedAt }) => (
            <Typography>
              <DateTime at={finishedAt} />
            </Typography>
          ),
        },
        {
          name: 'attempts',
          head: t('jobs.attempts'),
          cell: ({ attempts }) => (
            <Typography>{t('jobs.attempts.of', { attempts, max: MAX_JOB_ATTEMPTS })}</Typography>
          ),
        },
        {
          name: 'actions',
          head: t('column.actions'),
          cell: (job) => (
            <Button
              id={jobButtonId(job.id)}
              size="S"
              variant="tertiary"
              aria-label={t('jobs.show.label', { job: textsOf(job).title, id: job.id })}
              onClick={() => {
                onOpen(job.id);
              }}
            >
              {t('job.show')}
            </Button>
          ),
        },
      ]}
    />
  );
};
