import type { ReactNode } from 'react';

import { ModalShell } from '../components/ModalShell';
import { useTranslate } from '../i18n/useTranslate';
import { jobButtonId } from '../jobs/ids';
import { JobView } from '../jobs/JobView';
import { useJob } from '../jobs/useJob';
import { useJobTexts } from '../jobs/useJobTexts';

interface BulkDialogProps {
  /** What is to be done, and the id of the element that asked for it… */
  title: string | undefined;
  opener: string | undefined;
  /** …and the job that does it, once there is one. */
  jobId: number | undefined;
  onClose: (isJobOver: boolean) => void;
  /** A link in it leads elsewhere. */
  onLeave: (isJobOver: boolean) => void;
  /** The form, until there is a job. */
  children: ReactNode;
}

export const BulkDialog = (props: BulkDialogProps) => {
  const { title, opener, jobId, onClose, onLeave, children } = props;
  const t = useTranslate();
  const textsOf = useJobTexts();
  const watched = useJob(jobId);
  const { job, isOver } = watched;

  return (
    <ModalShell
      title={(job ? textsOf(job).title : title) ?? t('job.loading')}
      maxWidth="72rem"
      isSticky
      // The bar is gone once its selection became a job.
      opener={jobId === undefined ? opener : jobButtonId(jobId)}
      onClose={() => {
        onClose(isOver);
      }}
    >
      {jobId === undefined ? (
        children
      ) : (
        <JobView
          id={jobId}
          watched={watched}
          onLeave={() => {
            onLeave(isOver);
          }}
          onDeleted={() => {
            onClose(true);
          }}
        />
      )}
    </ModalShell>
  );
};
