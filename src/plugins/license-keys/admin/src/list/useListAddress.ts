import { useCallback } from 'react';

import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

import { changed } from '../utils/searchParams';

/** What is to stand in the address; an empty value leaves it. */
export type AddressChanges = Record<string, string | undefined>;

export type UpdateAddress<Changes extends AddressChanges = AddressChanges> = (
  changes: Changes,
  options?: { replace: boolean }
) => void;

/** The address holds the whole state of a list, so a bookmark restores it and Back undoes it. */
export const useListAddress = () => {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { hash } = useLocation();

  /** Every change but the page's own leads to the first page; what a dialog is about stays. */
  const update = useCallback<UpdateAddress>(
    (changes, options) => {
      const search = changed(params, { page: undefined, ...changes }).toString();
      navigate({ search, hash }, options);
    },
    [params, hash, navigate]
  );

  return { params, setParams, update };
};
