import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { JobItem } from '../../../shared/jobs';
import { ErrorBox } from '../components/ErrorBox';
import { Notice } from '../components/Notice';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

import { DeleteJobDialog } from './DeleteJobDialog';
import { JobButtons } from './JobButtons';
import { JobFacts } from './JobFacts';
import { JobFile } from './JobFile';
import { JobItems } from './JobItems';
import { JobProgress } from './JobProgress';
import { JobResult } from './JobResult';
import type { WatchedJob } from './useJob';
import { useJobControls } from './useJobControls';
import { useJobQuestion } from './useJobQuestion';

const isExport = ({ type, action, succeeded }: JobItem): boolean =>
  type === 'bulk' && action === 'export' && succeeded > 0;

interface JobViewProps {
  id: number;
  watched: WatchedJob;
  /** A link leads from here to another page, or to another state of this one. */
  onLeave?: () => void;
  onDeleted: () => void;
}

/** A job while it runs, and what came of it. */
export const JobView = ({ id, watched, onLeave, onDeleted }: JobViewProps) => {
  const t = useTranslate();
  const { formatTime } = useIntl();
  const errorMessage = useErrorMessage();
  const { job, isOver } = watched;
  const controls = useJobControls(id, job);
  const { isDeleting, askDelete, keep } = useJobQuestion();
  const error = watched.error ?? controls.error;

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {!job && !error && <Loader>{t('job.loading')}</Loader>}
          {job && <JobProgress job={job} />}
          {job?.nextAttemptAt && (
            <Notice tone="warning">
              {t('jobs.waits', { error: job.error, time: formatTime(job.nextAttemptAt) })}
            </Notice>
          )}
          {job && isOver && <JobResult job={job} onLeave={onLeave} />}
          {job && isOver && isExport(job) && <JobFile job={job} />}
          {job && <JobFacts job={job} />}
          {job && isOver && job.done > 0 && <JobItems job={job} />}
          {!isOver && (
            <Typography variant="pi" textColor="neutral600">
              {t('job.background')}
            </Typography>
          )}
          {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('dialog.close')}</Button>
        </Modal.Close>
        <JobButtons job={job} controls={controls} onDelete={askDelete} />
      </Modal.Footer>
      {job && isOver && controls.mayChange && isDeleting && (
        <DeleteJobDialog job={job} onClose={keep} onDeleted={onDeleted} />
      )}
    </>
  );
};
