import { useState } from 'react';

import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { JOB_OUTCOMES, type JobItem, type JobOutcome } from '../../../shared/jobs';
import { ErrorState } from '../components/ErrorState';
import { Waiting } from '../components/Waiting';
import { useTranslate } from '../i18n/useTranslate';
import { FilterSelect } from '../list/filters/FilterSelect';
import { useGetLicenseKeyJobResultsQuery } from '../services/jobs';

import { JobItemTable } from './JobItemTable';

/** What came of each item, a few at a time. */
export const JobItems = ({ job: { id } }: { job: JobItem }) => {
  const t = useTranslate();
  const [{ outcome, after }, setAsked] = useState<{ outcome?: JobOutcome; after?: number }>({});
  const { currentData, error, isFetching, refetch } = useGetLicenseKeyJobResultsQuery(
    { id, outcome, after },
    { refetchOnMountOrArgChange: true }
  );
  const next = currentData?.meta.next;

  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h3" variant="delta">
          {t('jobs.results')}
        </Typography>
        <Box width="18rem">
          <FilterSelect
            label={t('jobs.outcome')}
            allLabel={t('jobs.outcome.all')}
            options={JOB_OUTCOMES.map((value) => ({ value, label: t(`job.${value}`) }))}
            value={outcome}
            onChange={(value) => {
              setAsked(value ? { outcome: value } : {});
            }}
          />
        </Box>
      </Flex>
      {error && <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />}
      {!currentData && !error && <Waiting>{t('jobs.results.loading')}</Waiting>}
      {currentData?.data.length === 0 && (
        <Typography textColor="neutral600">{t('jobs.results.none')}</Typography>
      )}
      {currentData && currentData.data.length > 0 && (
        <JobItemTable results={currentData.data} isBusy={isFetching} />
      )}
      {next && (
        <Button
          variant="tertiary"
          loading={isFetching}
          onClick={() => {
            setAsked({ ...(outcome && { outcome }), after: next });
          }}
        >
          {t('jobs.results.more')}
        </Button>
      )}
    </Flex>
  );
};
