import { ModalShell } from '../components/ModalShell';
import { useTranslate } from '../i18n/useTranslate';

import { JobView } from './JobView';
import { useJob } from './useJob';
import { useJobTexts } from './useJobTexts';

interface JobDialogProps {
  id: number;
  /** Id of the element that gets the focus afterwards. */
  opener?: string;
  onClose: (isJobOver: boolean) => void;
  /** A link leads from it to another page. */
  onLeave?: () => void;
}

/** A job by itself, wherever it was started. */
export const JobDialog = ({ id, opener, onClose, onLeave }: JobDialogProps) => {
  const t = useTranslate();
  const textsOf = useJobTexts();
  const watched = useJob(id);
  const { job, isOver } = watched;

  return (
    <ModalShell
      title={job ? textsOf(job).title : t('job.loading')}
      maxWidth="72rem"
      isSticky
      opener={opener}
      onClose={() => {
        onClose(isOver);
      }}
    >
      <JobView
        id={id}
        watched={watched}
        onLeave={onLeave}
        onDeleted={() => {
          onClose(true);
        }}
      />
    </ModalShell>
  );
};
