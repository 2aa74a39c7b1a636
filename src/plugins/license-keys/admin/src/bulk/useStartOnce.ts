import { useRef } from 'react';

import type { JobItem } from '../../../shared/jobs';
import type { QueryError } from '../hooks/useErrorMessage';
import { codeOf } from '../utils/refusal';

type Sent = Promise<{ data: JobItem } | { error: QueryError }>;

interface Outcomes {
  onStart: (jobId: number) => void;
  /** The server refuses: the selection is another one than when it was tried. */
  onChanged: () => Promise<void>;
}

/**
 * Starts the job once, however often it is confirmed while the server answers; told of even if the
 * dialog was closed meanwhile, as the job runs all the same.
 */
export const useStartOnce = (send: () => Sent, { onStart, onChanged }: Outcomes) => {
  const isSent = useRef(false);

  return async () => {
    if (isSent.current) return;
    isSent.current = true;
    const result = await send();
    if ('data' in result) onStart(result.data.id);
    else if (codeOf(result.error) === 'SELECTION_CHANGED') await onChanged();
    isSent.current = false;
  };
};
