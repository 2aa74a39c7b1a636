import { useCallback } from 'react';

import { BULK_PARAMS } from '../../../bulk/useBulk';
import { EXPORT_LIST } from '../../../export/ListExport';
import { useDialogParams } from '../../../list/useDialogParams';
import { LICENSE_ACTIONS, type LicenseAction } from '../actions/licenseActions';
import { PREVIEW_PARAMS } from '../preview/usePreviewAddress';

const LIST_DIALOGS = ['create', EXPORT_LIST, 'sort', 'shortcuts'] as const;

/** What is open over the list: a dialog of the list's own, or an action on one license. */
export type OpenDialog =
  { name: (typeof LIST_DIALOGS)[number] } | { name: LicenseAction; license: string };

const DIALOG_PARAMS = [...BULK_PARAMS, 'license', ...PREVIEW_PARAMS] as const;

const readDialog = (params: URLSearchParams): OpenDialog | undefined => {
  const dialog = params.get('dialog');
  const license = params.get('license');
  const name = LIST_DIALOGS.find((own) => own === dialog);
  if (name) return { name };
  if (!license) return undefined;
  return { name: LICENSE_ACTIONS.find((action) => action === dialog) ?? 'preview', license };
};

export const useDialogAddress = () => {
  const dialogs = useDialogParams(DIALOG_PARAMS);
  const { params, open: openWith, close } = dialogs;

  const open = useCallback(
    ({ name, ...record }: OpenDialog) => {
      openWith({ dialog: name, ...record });
    },
    [openWith]
  );

  return { dialog: readDialog(params), open, close, dialogs };
};

export type DialogAddress = ReturnType<typeof useDialogAddress>;
