import { verbsOfJob, type JobItem } from '../../../shared/jobs';
import { useAllowedVerbs } from '../hooks/useAllowedVerbs';
import { useChangeLicenseKeyJobMutation } from '../services/bulk';

import { useResultsDownload } from './useResultsDownload';

/** What can be done with a job: stopped, continued, its results saved. */
export const useJobControls = (id: number, job: JobItem | undefined) => {
  const allowed = useAllowedVerbs();
  const results = useResultsDownload(id);
  const [change, { error, isLoading: isChanging }] = useChangeLicenseKeyJobMutation();

  return {
    error: error ?? results.error,
    mayChange: job !== undefined && verbsOfJob(job).every((verb) => allowed.has(verb)),
    isChanging,
    onChange: (verb: 'cancel' | 'retry') => void change({ id, verb }),
    isDownloading: results.isLoading,
    onDownload: () => void results.download(),
  };
};

export type JobControls = ReturnType<typeof useJobControls>;
