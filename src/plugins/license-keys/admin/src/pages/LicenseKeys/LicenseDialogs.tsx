import { useEffect } from 'react';

import { useGetLicenseKeyQuery } from '../../services/forms';

import { ActionDialog } from './actions/ActionDialog';
import type { LicenseAction } from './actions/licenseActions';
import { AssignDialog } from './forms/assign/AssignDialog';
import { CreateDialog } from './forms/create/CreateDialog';
import { EditDialog } from './forms/edit/EditDialog';
import type { DialogAddress } from './hooks/useDialogAddress';
import { PreviewDialog } from './preview/PreviewDialog';

interface LicenseDialogsProps {
  address: DialogAddress;
  /** Of the list behind. */
  environment: string;
  onEnvironment: (name: string) => void;
}

interface LicenseDialogProps extends LicenseDialogsProps {
  action: LicenseAction;
  documentId: string;
}

const LicenseDialog = (props: LicenseDialogProps) => {
  const { action, documentId, environment, onEnvironment, address } = props;
  const { data: license } = useGetLicenseKeyQuery(documentId);

  // A link tells which license, not where it is: the list behind follows.
  useEffect(() => {
    if (license && license.environment !== environment) onEnvironment(license.environment);
  }, [license, environment, onEnvironment]);

  const dialog = { documentId, onClose: address.close };
  switch (action) {
    case 'preview':
      return <PreviewDialog {...dialog} onAction={address.open} />;
    case 'edit':
      return <EditDialog {...dialog} />;
    case 'assign':
      return <AssignDialog {...dialog} />;
    default:
      return <ActionDialog {...dialog} action={action} />;
  }
};

/** The dialog that the address asks for. */
export const LicenseDialogs = (props: LicenseDialogsProps) => {
  const { environment, address } = props;
  const { dialog, close } = address;

  if (!dialog) return null;
  if (dialog.name === 'create') return <CreateDialog environment={environment} onClose={close} />;
  if (!('license' in dialog)) return null;
  return <LicenseDialog {...props} action={dialog.name} documentId={dialog.license} />;
};
