import { useCallback } from 'react';

import { JOB_PARAMS } from '../../jobs/useJobQuestion';
import { useDialogParams } from '../../list/useDialogParams';
import { idIn } from '../../utils/searchParams';

const DIALOG_PARAMS = ['job', ...JOB_PARAMS] as const;

/** The job whose dialog is open. */
export const useJobAddress = () => {
  const { params, open: enter, close } = useDialogParams(DIALOG_PARAMS);
  const id = idIn(params, 'job');

  const open = useCallback(
    (job: number) => {
      enter({ job: String(job) });
    },
    [enter]
  );

  return { id, open, close };
};
