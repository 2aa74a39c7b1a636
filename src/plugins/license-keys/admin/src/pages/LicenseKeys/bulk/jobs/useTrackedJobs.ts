import { useCallback, useEffect, useState } from 'react';

import { PLUGIN_ID } from '../../../../../../shared/permissions';

const KEY = `${PLUGIN_ID}.jobs`;

const readIds = (): number[] =>
  (sessionStorage.getItem(KEY) ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);

/** The jobs started in this tab whose result was not looked at yet; they outlast leaving the page. */
export const useTrackedJobs = () => {
  const [jobIds, setJobIds] = useState(readIds);

  useEffect(() => {
    sessionStorage.setItem(KEY, jobIds.join());
  }, [jobIds]);

  const track = useCallback((id: number) => {
    setJobIds((ids) => [...ids, id]);
  }, []);

  const untrack = useCallback((id: number) => {
    setJobIds((ids) => ids.filter((other) => other !== id));
  }, []);

  return { jobIds, track, untrack };
};
