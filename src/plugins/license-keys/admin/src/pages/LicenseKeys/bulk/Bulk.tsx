import { useState } from 'react';

import { BulkDialog } from './dialog/BulkDialog';
import type { BulkRequest } from './bulkActions';
import { JobNotice } from './jobs/JobNotice';
import { useTrackedJobs } from './jobs/useTrackedJobs';
import { SelectionBar } from './selection/SelectionBar';
import type { Selection } from './selection/useSelection';

interface BulkProps {
  environment: string;
  selection: Selection;
}

/** What stands above the table: the jobs at work, and what can be done with the selected licenses. */
export const Bulk = ({ environment, selection }: BulkProps) => {
  const { jobIds, track, untrack } = useTrackedJobs();
  const [request, setRequest] = useState<BulkRequest>();
  const [openJobId, setOpenJobId] = useState<number>();

  const start = (jobId: number) => {
    track(jobId);
    setOpenJobId(jobId);
    selection.clear();
  };

  const close = (isJobOver: boolean) => {
    if (openJobId !== undefined && isJobOver) untrack(openJobId);
    setRequest(undefined);
    setOpenJobId(undefined);
  };

  return (
    <>
      {jobIds.map((id) => (
        <JobNotice
          key={id}
          id={id}
          isOpen={id === openJobId}
          onOpen={() => {
            setOpenJobId(id);
          }}
          onDismiss={() => {
            untrack(id);
          }}
        />
      ))}
      <SelectionBar
        selection={selection}
        onAction={(action) => {
          setRequest({
            environment,
            action,
            selection: selection.selection,
            count: selection.count,
          });
        }}
      />
      {(request !== undefined || openJobId !== undefined) && (
        <BulkDialog request={request} jobId={openJobId} onStart={start} onClose={close} />
      )}
    </>
  );
};
