import { useCallback, useState } from 'react';

import { PLUGIN_ID } from '../../../shared/permissions';

const KEY = `${PLUGIN_ID}.jobs`;

const readIds = (): number[] =>
  (sessionStorage.getItem(KEY) ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);

/** The jobs started in this tab whose result was not looked at yet; they outlast leaving the page. */
export const useTrackedJobs = () => {
  const [jobIds, setJobIds] = useState(readIds);

  // Kept at once: a link in a job's dialog leads away from the page that tracks it.
  const change = useCallback((changed: (ids: number[]) => number[]) => {
    const ids = changed(readIds());
    sessionStorage.setItem(KEY, ids.join());
    setJobIds(ids);
  }, []);

  const track = useCallback(
    (id: number) => {
      change((ids) => [...ids, id]);
    },
    [change]
  );

  const untrack = useCallback(
    (id: number) => {
      change((ids) => ids.filter((other) => other !== id));
    },
    [change]
  );

  return { jobIds, track, untrack };
};
