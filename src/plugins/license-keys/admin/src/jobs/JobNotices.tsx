import { JobNotice } from './JobNotice';

interface JobNoticesProps {
  jobIds: number[];
  /** The one that a dialog shows. */
  openJobId: number | undefined;
  onOpen: (id: number) => void;
  onDismiss: (id: number) => void;
}

/** The jobs at work, above a page's list. */
export const JobNotices = ({ jobIds, openJobId, onOpen, onDismiss }: JobNoticesProps) =>
  jobIds.map((id) => (
    <JobNotice
      key={id}
      id={id}
      isOpen={id === openJobId}
      onOpen={() => {
        onOpen(id);
      }}
      onDismiss={() => {
        onDismiss(id);
      }}
    />
  ));
