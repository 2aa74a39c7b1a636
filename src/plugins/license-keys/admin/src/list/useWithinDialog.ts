import { useLocation, useSearchParams } from 'react-router-dom';

import { changed } from '../utils/searchParams';

/** Where within a dialog one is, in the address too; but Back leads out of the dialog, not through it. */
export const useWithinDialog = <Name extends string>() => {
  const [params, setParams] = useSearchParams();
  const state = useLocation().state as unknown;

  const show = (changes: Partial<Record<Name, string | undefined>>) => {
    setParams(changed(params, changes), { replace: true, state });
  };

  return { params, show };
};
