import { useCallback, useEffect, useRef } from 'react';

import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

/** The history's entry before this one is the list without the dialog. */
const OPENED_FROM_LIST = { isOpenedFromList: true };

const isOpenedFromList = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isOpenedFromList' in state;

const withoutDialog = (params: URLSearchParams, names: readonly string[]): URLSearchParams => {
  const rest = new URLSearchParams(params);
  for (const name of names) rest.delete(name);
  return rest;
};

/**
 * The address holds the open dialog: it can be shared, and Back closes it. `names` are those of the
 * parameters that say which one it is; the same array each time.
 */
export const useDialogParams = (names: readonly string[]) => {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const state = location.state as unknown;

  /** Where one is by now: an answer that was waited for may come after the page has been left. */
  const here = useRef<{ params: URLSearchParams; state: unknown }>();
  useEffect(() => {
    here.current = { params, state };
    return () => {
      here.current = undefined;
    };
  }, [params, state]);

  /** One dialog takes the place of another, so that Back leads to the list from each. */
  const open = useCallback(
    (values: Record<string, string | number>, hash = '') => {
      if (!here.current) return;
      const { params: current, state: kept } = here.current;
      const isOpen = names.some((name) => current.has(name));
      const search = withoutDialog(current, names);
      for (const [name, value] of Object.entries(values)) search.set(name, String(value));
      navigate(
        { search: search.toString(), hash },
        isOpen ? { replace: true, state: kept } : { state: OPENED_FROM_LIST }
      );
    },
    [names, navigate]
  );

  const close = useCallback(() => {
    if (!here.current) return;
    const { params: current, state: kept } = here.current;
    if (isOpenedFromList(kept)) navigate(-1);
    else navigate({ search: withoutDialog(current, names).toString() }, { replace: true });
  }, [names, navigate]);

  return { params, hash: location.hash.slice(1), open, close };
};

export type DialogParams = ReturnType<typeof useDialogParams>;
