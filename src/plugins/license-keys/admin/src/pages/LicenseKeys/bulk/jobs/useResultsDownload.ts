import { useEffect, useRef, useState } from 'react';

import type { QueryError } from '../../../../hooks/useErrorMessage';
import { jobUrl } from '../../../../services/bulk';
import { saveFile } from '../../../../utils/saveFile';
import { readRefusal } from '../../export/readExport';
import { useAuthorizedFetch } from '../../export/useAuthorizedFetch';

const toError = (error: unknown): QueryError =>
  error instanceof Error ? error : { name: 'Error', message: String(error) };

/** Saves what came of each license as a file, unless the dialog is closed before it is there. */
export const useResultsDownload = (id: number) => {
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
      const answer = await authorizedFetch(`${jobUrl(id)}/results`, signal);
      if (answer.ok) saveFile(await answer.blob(), `job-${id}.csv`);
      else setError(await readRefusal(answer));
    } catch (failure) {
      if (!signal.aborted) setError(toError(failure));
    }
    setLoading(false);
  };

  return { download, isLoading, error };
};
