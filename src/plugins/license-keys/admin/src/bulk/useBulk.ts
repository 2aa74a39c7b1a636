import { JOB_PARAMS } from '../jobs/useJobQuestion';
import { useTrackedJobs } from '../jobs/useTrackedJobs';
import type { Selection } from '../list/selection/useSelection';
import type { DialogParams } from '../list/useDialogParams';
import { idIn } from '../utils/searchParams';

/** What stands in the address: an action and what it is done to; or the job that does it. */
export const BULK_PARAMS = ['dialog', 'of', 'id', ...JOB_PARAMS] as const;

/**
 * More characters stand behind `#`, which no browser sends: a server reads some thousands of an address. But what
 * stands there is lost where one has to log in first.
 */
const MAX_SENT = 4000;

const JOB = 'job';

/** What is to be done with the selected rows, from the press of its button to the job that does it. */
export const useBulk = <Filter>(
  { params, hash, open, close }: DialogParams,
  selection: Selection<Filter>
) => {
  const { jobIds, track, untrack } = useTrackedJobs();
  const dialog = params.get('dialog');
  const openJobId = dialog === JOB ? idIn(params, 'id') : undefined;
  const selected = selection.at(params.get('of') ?? hash);

  const show = (jobId: number) => {
    open({ dialog: JOB, id: jobId });
  };
  /** A job that is over and was looked at need not be told of any more. */
  const leave = (isJobOver: boolean) => {
    if (openJobId !== undefined && isJobOver) untrack(openJobId);
  };

  return {
    jobIds,
    openJobId,
    asked: dialog !== null && selected ? { action: dialog, ...selected } : undefined,
    show,
    dismiss: untrack,
    leave,

    ask: (action: string) => {
      const { address } = selection;
      if (address.length > MAX_SENT) open({ dialog: action }, address);
      else open({ dialog: action, of: address });
    },

    start: (jobId: number) => {
      track(jobId);
      show(jobId);
      selection.clear();
    },

    close: (isJobOver: boolean) => {
      leave(isJobOver);
      close();
    },
  };
};
