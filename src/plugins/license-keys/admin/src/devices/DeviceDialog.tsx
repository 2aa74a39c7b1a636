import type { ActivationItem } from '../../../shared/license';
import { useAllowedVerbs } from '../hooks/useAllowedVerbs';

import { DeactivateDialog } from './DeactivateDialog';

interface DeviceDialogProps {
  /** documentId */
  license: string | undefined;
  /** Of the rows that the list shows. */
  device: ActivationItem | undefined;
  onClose: () => void;
}

/** Asks before a device is deactivated that the address names. */
export const DeviceDialog = ({ license, device, onClose }: DeviceDialogProps) => {
  const mayDeactivate = useAllowedVerbs().has('deactivate-device');
  if (!license || !device || device.deactivatedAt || !mayDeactivate) return null;

  return <DeactivateDialog license={license} device={device} onClose={onClose} />;
};
