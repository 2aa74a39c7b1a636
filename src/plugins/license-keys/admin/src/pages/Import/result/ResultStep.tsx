import { Button, Flex } from '@strapi/design-system';

import { ErrorBox } from '../../../components/ErrorBox';
import { LicensesLink } from '../../../components/LicensesLink';
import { Waiting } from '../../../components/Waiting';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { JobButtons } from '../../../jobs/JobButtons';
import { JobProgress } from '../../../jobs/JobProgress';
import { JobResult } from '../../../jobs/JobResult';
import { useJob } from '../../../jobs/useJob';
import { useJobControls } from '../../../jobs/useJobControls';
import { useJobTexts } from '../../../jobs/useJobTexts';
import { listPath } from '../../../utils/listPath';
import { StepHeading } from '../StepHeading';
import { NO_FILE, type UpdateImport } from '../useImportAddress';

interface ResultStepProps {
  /** The job that carries the file out. */
  id: number;
  update: UpdateImport;
}

export const ResultStep = ({ id, update }: ResultStepProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const textsOf = useJobTexts();
  const { job, isOver, ...watched } = useJob(id);
  const controls = useJobControls(id, job);
  const error = watched.error ?? controls.error;

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {job ? (
        <>
          <StepHeading>{textsOf(job).title}</StepHeading>
          <JobProgress job={job} />
          {isOver && <JobResult job={job} />}
        </>
      ) : (
        !error && <Waiting>{t('job.loading')}</Waiting>
      )}
      {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <Flex gap={2} wrap="wrap">
          {isOver && (
            <Button
              variant="tertiary"
              onClick={() => {
                update(NO_FILE);
              }}
            >
              {t('import.another')}
            </Button>
          )}
          {job && isOver && (
            <LicensesLink to={listPath({ environment: job.environment })}>
              {t('import.licenses')}
            </LicensesLink>
          )}
        </Flex>
        <JobButtons job={job} controls={controls} />
      </Flex>
    </Flex>
  );
};
