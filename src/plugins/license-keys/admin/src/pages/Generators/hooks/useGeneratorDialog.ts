import { useCallback } from 'react';

import { JOB_PARAMS } from '../../../jobs/useJobQuestion';
import { useDialogParams } from '../../../list/useDialogParams';
import { idIn } from '../../../utils/searchParams';
import { DIALOG_ACTIONS, type DialogAction } from '../actions/generatorActions';

/** What is open over the list. */
export type OpenDialog =
  { name: 'create' } | { name: 'job'; job: number } | { name: DialogAction; generator: string };

const DIALOG_PARAMS = ['dialog', 'generator', 'job', ...JOB_PARAMS] as const;

const readDialog = (params: URLSearchParams): OpenDialog | undefined => {
  const dialog = params.get('dialog');
  const job = idIn(params, 'job');
  const generator = params.get('generator');
  if (dialog === 'create') return { name: dialog };
  if (dialog === 'job') return job === undefined ? undefined : { name: dialog, job };
  const action = DIALOG_ACTIONS.find((name) => name === dialog);
  return action && generator ? { name: action, generator } : undefined;
};

export const useGeneratorDialog = () => {
  const { params, open: openWith, close } = useDialogParams(DIALOG_PARAMS);

  const open = useCallback(
    ({ name, ...record }: OpenDialog) => {
      openWith({ dialog: name, ...record });
    },
    [openWith]
  );

  return { dialog: readDialog(params), open, close };
};

export type GeneratorDialogAddress = ReturnType<typeof useGeneratorDialog>;
