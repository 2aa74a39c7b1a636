import { Flex, Loader, Modal, Typography } from '@strapi/design-system';

import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useChangeLicenseKeyJobMutation } from '../../../../services/bulk';
import { ErrorBox } from '../../actions/ErrorBox';

import { JobButtons } from './JobButtons';
import { JobProgress } from './JobProgress';
import { JobResult } from './JobResult';
import type { WatchedJob } from './useJob';
import { useResultsDownload } from './useResultsDownload';

interface JobViewProps {
  id: number;
  watched: WatchedJob;
}

/** A job while it runs, and what came of it. */
export const JobView = ({ id, watched }: JobViewProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const results = useResultsDownload(id);
  const [change, { error: changeError, isLoading: isChanging }] = useChangeLicenseKeyJobMutation();
  const { job, isOver } = watched;
  const error = watched.error ?? changeError ?? results.error;

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {!job && !error && <Loader>{t('job.loading')}</Loader>}
          {job && <JobProgress job={job} />}
          {job && isOver && <JobResult job={job} />}
          {!isOver && (
            <Typography variant="pi" textColor="neutral600">
              {t('job.background')}
            </Typography>
          )}
          {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
        </Flex>
      </Modal.Body>
      <JobButtons
        job={job}
        isChanging={isChanging}
        onChange={(verb) => void change({ id, verb })}
        isDownloading={results.isLoading}
        onDownload={() => void results.download()}
      />
    </>
  );
};
