import { Button } from '@strapi/design-system';

import type { ActivationItem } from '../../../shared/license';
import { useTranslate } from '../i18n/useTranslate';

import { deactivateButtonId } from './ids';

interface DeactivateButtonProps<Device> {
  device: Device;
  /** Absent where the role does not allow it. */
  onDeactivate: ((device: Device) => void) | undefined;
}

/** Nothing for a device that holds no slot any more. */
export const DeactivateButton = <Device extends ActivationItem>({
  device,
  onDeactivate,
}: DeactivateButtonProps<Device>) => {
  const t = useTranslate();
  if (device.deactivatedAt || !onDeactivate) return null;

  return (
    <Button
      id={deactivateButtonId(device)}
      size="S"
      variant="danger-light"
      aria-label={t('activation.deactivate.label', { device: device.name ?? device.fingerprint })}
      onClick={() => {
        onDeactivate(device);
      }}
    >
      {t('activation.deactivate')}
    </Button>
  );
};
