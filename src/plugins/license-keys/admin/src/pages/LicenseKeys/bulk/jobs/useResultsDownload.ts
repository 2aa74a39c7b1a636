import { useState } from 'react';

import { useFetchClient } from '@strapi/strapi/admin';

import type { QueryError } from '../../../../hooks/useErrorMessage';
import { jobUrl } from '../../../../services/bulk';

const save = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const toQueryError = (error: unknown): QueryError =>
  error instanceof Error ? error : { name: 'Error', message: String(error) };

/** Saves what came of each license as a CSV file; a plain link could not say who asks. */
export const useResultsDownload = (id: number) => {
  const { get } = useFetchClient();
  const [isLoading, setLoading] = useState(false);
  const [error, setError] = useState<QueryError>();

  const download = async () => {
    setLoading(true);
    setError(undefined);
    try {
      const { data } = await get(`${jobUrl(id)}/results`, { responseType: 'blob' });
      save(data, `job-${id}.csv`);
    } catch (failure) {
      setError(toQueryError(failure));
    }
    setLoading(false);
  };

  return { download, isLoading, error };
};
