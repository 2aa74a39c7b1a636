import { useCallback } from 'react';

import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

import { LICENSE_ACTIONS, type LicenseAction } from '../actions/licenseActions';

/** What is open over the list: the form for a new license, or an action on one. */
export type OpenDialog = { name: 'create' } | { name: LicenseAction; license: string };

const DIALOG_PARAMS = ['dialog', 'license', 'tab'] as const;

/** The history's entry before this one is the list without the dialog. */
const OPENED_FROM_LIST = { isOpenedFromList: true };

const isOpenedFromList = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isOpenedFromList' in state;

const readDialog = (params: URLSearchParams): OpenDialog | undefined => {
  const dialog = params.get('dialog');
  const license = params.get('license');
  if (dialog === 'create') return { name: dialog };
  if (!license) return undefined;
  return { name: LICENSE_ACTIONS.find((action) => action === dialog) ?? 'preview', license };
};

const withoutDialog = (params: URLSearchParams): URLSearchParams => {
  const rest = new URLSearchParams(params);
  for (const name of DIALOG_PARAMS) rest.delete(name);
  return rest;
};

/** The address holds the open dialog: it can be shared, and Back closes it. */
export const useDialogAddress = () => {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const state = useLocation().state as unknown;
  const dialog = readDialog(params);
  const isOpen = dialog !== undefined;

  /** One dialog takes the place of another, so that Back leads to the list from each. */
  const open = useCallback(
    (next: OpenDialog) => {
      const search = withoutDialog(params);
      search.set('dialog', next.name);
      if (next.name !== 'create') search.set('license', next.license);
      navigate(
        { search: search.toString() },
        isOpen ? { replace: true, state } : { state: OPENED_FROM_LIST }
      );
    },
    [isOpen, navigate, params, state]
  );

  const close = useCallback(() => {
    if (isOpenedFromList(state)) navigate(-1);
    else navigate({ search: withoutDialog(params).toString() }, { replace: true });
  }, [navigate, params, state]);

  return { dialog, open, close };
};

export type DialogAddress = ReturnType<typeof useDialogAddress>;
