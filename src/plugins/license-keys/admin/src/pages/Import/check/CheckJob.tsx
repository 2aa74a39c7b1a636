import { Flex } from '@strapi/design-system';

import type { ImportItem, ImportMapping } from '../../../../../shared/imports';
import { ErrorBox } from '../../../components/ErrorBox';
import { ErrorState } from '../../../components/ErrorState';
import { Waiting } from '../../../components/Waiting';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { JobProgress } from '../../../jobs/JobProgress';
import { JobResult } from '../../../jobs/JobResult';
import { useJob } from '../../../jobs/useJob';
import { useResultsDownload } from '../../../jobs/useResultsDownload';
import { useGetLicenseKeyRefusalsQuery } from '../../../services/imports';
import { CancelButton } from '../CancelButton';
import { StepHeading } from '../StepHeading';
import type { UpdateImport } from '../useImportAddress';

import { BackButton } from './BackButton';
import { CheckReport } from './CheckReport';

interface CheckJobProps {
  id: number;
  file: ImportItem;
  mapping: ImportMapping;
  update: UpdateImport;
}

/** A file of many lines while it is tried, and what would come of it. */
export const CheckJob = ({ id, file, mapping, update }: CheckJobProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { job, error, isOver } = useJob(id);
  const isDone = job?.state === 'succeeded';
  const isStopped = isOver && !isDone;
  const refusals = useGetLicenseKeyRefusalsQuery(id, { skip: !isDone });
  const results = useResultsDownload(id, 'refused');

  if (isDone && refusals.error) {
    const { error: failure, isFetching, refetch } = refusals;
    return (
      <>
        <ErrorState error={failure} isRetrying={isFetching} onRetry={() => void refetch()} />
        <Flex gap={2}>
          <CancelButton file={file.id} update={update} />
          <BackButton update={update} />
        </Flex>
      </>
    );
  }
  if (isDone && refusals.data) {
    return (
      <>
        {results.error && <ErrorBox>{errorMessage(results.error)}</ErrorBox>}
        <CheckReport
          file={file}
          mapping={mapping}
          counts={job}
          problems={refusals.data}
          isSaving={results.isLoading}
          onSave={() => void results.download()}
          update={update}
        />
      </>
    );
  }
  return (
    <>
      <StepHeading>{t(isStopped ? 'import.check.stopped' : 'import.checking')}</StepHeading>
      {job ? <JobProgress job={job} /> : !error && <Waiting>{t('job.loading')}</Waiting>}
      {job && isStopped && <JobResult job={job} canContinue={false} />}
      {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
      <Flex gap={2}>
        <CancelButton file={file.id} check={isOver ? undefined : id} update={update} />
        {isOver && <BackButton update={update} />}
      </Flex>
    </>
  );
};
