import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { JobItem } from '../../../shared/jobs';
import { useTranslate } from '../i18n/useTranslate';
import { hasEnded } from '../services/bulk';

import { DELETE_JOB_ID } from './ids';
import type { JobControls } from './useJobControls';

interface JobButtonsProps {
  job: JobItem | undefined;
  controls: JobControls;
  /** Absent where a job is not to be deleted from. */
  onDelete?: () => void;
}

export const JobButtons = ({ job, controls, onDelete }: JobButtonsProps) => {
  const { mayChange, isChanging, onChange, isDownloading, onDownload } = controls;
  const t = useTranslate();
  const isUnfinished = job?.state === 'failed' || job?.state === 'cancelled';

  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {job && mayChange && !hasEnded(job) && (
        <Button
          variant="danger-light"
          loading={isChanging}
          onClick={() => {
            onChange('cancel');
          }}
        >
          {t('job.cancel')}
        </Button>
      )}
      {job && mayChange && onDelete && hasEnded(job) && (
        <Button id={DELETE_JOB_ID} variant="danger-light" onClick={onDelete}>
          {t('jobs.delete')}
        </Button>
      )}
      {job && hasEnded(job) && (
        <Button
          variant="secondary"
          startIcon={<Download />}
          loading={isDownloading}
          onClick={onDownload}
        >
          {t('job.download')}
        </Button>
      )}
      {mayChange && isUnfinished && (
        <Button
          loading={isChanging}
          onClick={() => {
            onChange('retry');
          }}
        >
          {t('job.retry')}
        </Button>
      )}
    </Flex>
  );
};
