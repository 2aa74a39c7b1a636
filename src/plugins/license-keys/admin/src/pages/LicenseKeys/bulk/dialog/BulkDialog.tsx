import { Modal } from '@strapi/design-system';

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

  const titleOf = ({ action, count }: BulkRequest) =>
    t('bulk.title', { action: t(`action.${action}`), count });

  /** The bar is gone once its selection became a job, and so is the job's notice once it has ended. */
  const restoreFocus = (event: Event) => {
    event.preventDefault();
    const ids = [request && bulkButtonId(request.action), jobId && jobButtonId(jobId)];
    const opener = ids.map((id) => (id ? document.getElementById(id) : null)).find(Boolean);
    (opener ?? document.getElementById('main-content'))?.focus();
  };

  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose(watched.isOver);
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={restoreFocus}
        style={{ maxWidth: '60rem' }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>
            {(watched.job && textsOf(watched.job).title) ?? (request && titleOf(request))}
          </Modal.Title>
        </Modal.Header>
        {jobId === undefined && request && <BulkForm request={request} onStart={onStart} />}
        {jobId !== undefined && <JobView id={jobId} watched={watched} />}
      </Modal.Content>
    </Modal.Root>
  );
};
