import { useRef } from 'react';

import type { BulkBody } from '../../../../../../shared/bulk';
import { useStartLicenseKeyBulkMutation } from '../../../../services/bulk';

/**
 * Starts the job once, however often it is confirmed while the server answers; told of even if the
 * dialog was closed meanwhile, as the job runs all the same.
 */
export const useBulkStart = (onStart: (jobId: number) => void) => {
  const [send, { isLoading, error }] = useStartLicenseKeyBulkMutation();
  const isSent = useRef(false);

  const start = async (body: BulkBody) => {
    if (isSent.current) return;
    isSent.current = true;
    const result = await send(body);
    isSent.current = false;
    if ('data' in result) onStart(result.data.id);
  };

  return { start, isLoading, error };
};
