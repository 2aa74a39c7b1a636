import { ModalShell } from '../../../../components/ModalShell';
import { useTranslate } from '../../../../i18n/useTranslate';
import { bulkButtonId, jobButtonId, type BulkRequest } from '../bulkActions';
import { JobView } from '../jobs/JobView';
import { useJob } from '../jobs/useJob';
import { useJobTexts } from '../jobs/useJobTexts';

import { BulkForm } from './BulkForm';

interface BulkDialogProps {
  /** What is to be done… */
  request: BulkRequest | undefined;
  /** …and the job that does it, once there is one. */
  jobId: number | undefined;
  onStart: (jobId: number) => void;
  onClose: (isJobOver: boolean) => void;
}

export const BulkDialog = ({ request, jobId, onStart, onClose }: BulkDialogProps) => {
  const t = useTranslate();
  const textsOf = useJobTexts();
  const watched = useJob(jobId);
  const { job, isOver } = watched;

  const requestTitle =
    request && t('bulk.title', { action: t(`action.${request.action}`), count: request.count });
  const requestOpener = request && bulkButtonId(request.action);

  return (
    <ModalShell
      title={(job ? textsOf(job).title : requestTitle) ?? t('job.loading')}
      maxWidth="60rem"
      isSticky
      // The bar is gone once its selection became a job.
      opener={jobId === undefined ? requestOpener : jobButtonId(jobId)}
      onClose={() => {
        onClose(isOver);
      }}
    >
      {jobId === undefined && request && <BulkForm request={request} onStart={onStart} />}
      {jobId !== undefined && <JobView id={jobId} watched={watched} />}
    </ModalShell>
  );
};
