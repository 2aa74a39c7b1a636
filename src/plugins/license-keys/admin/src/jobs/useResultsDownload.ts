import { useEffect, useRef, useState } from 'react';

import type { QueryError } from '../hooks/useErrorMessage';
import type { JobOutcome } from '../../../shared/jobs';
import { jobUrl } from '../services/bulk';
import { encodeQuery } from '../services/licenses';
import { saveFile } from '../utils/saveFile';
import { toError } from '../utils/toError';
import { readRefusal } from '../export/readExport';
import { useAuthorizedFetch } from '../export/useAuthorizedFetch';

/**
 * Saves what came of each item, or those of one outcome, as a file, unless whoever asked for it has gone before
 * it is there.
 */
export const useResultsDownload = (id: number, outcome?: JobOutcome) => {
  const authorizedFetch = useAuthorizedFetch();
  const [isLoading, setLoading] = useState(false);
  const [error, setError] = useState<QueryError>();
  const controller = useRef<AbortController>();

  useEffect(
    () => () => {
      controller.current?.abort();
    },
    []
  );

  const download = async () => {
    const { signal } = (controller.current = new AbortController());
    setLoading(true);
    setError(undefined);
    try {
      const answer = await authorizedFetch(`${jobUrl(id)}/results?${encodeQuery({ outcome })}`, {
        signal,
      });
      if (answer.ok)
        saveFile(await answer.blob(), `${['job', id, outcome].filter(Boolean).join('-')}.csv`);
      else setError(await readRefusal(answer));
    } catch (failure) {
      if (!signal.aborted) setError(toError(failure));
    }
    setLoading(false);
  };

  return { download, isLoading, error };
};
