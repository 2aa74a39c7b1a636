import { Button, Flex, Typography } from '@strapi/design-system';

import type { ActivationItem } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import { TwoLines } from '../../table/cells/TwoLines';
import { DateTime } from '../DateTime';

import { DeviceState } from './DeviceState';
import { deactivateButtonId } from './ids';

interface ActivationRowProps {
  device: ActivationItem;
  /** Absent where the role does not allow it. */
  onDeactivate: ((device: ActivationItem) => void) | undefined;
}

export const ActivationRow = ({ device, onDeactivate }: ActivationRowProps) => {
  const t = useTranslate();
  const { name, fingerprint, platform, ip, activatedAt, lastVerifiedAt, deactivatedAt } = device;

  return (
    <tr>
      <td>
        <TwoLines first={name ?? fingerprint} second={name ? fingerprint : ''} />
      </td>
      <td>
        <TwoLines first={platform ?? '—'} second={ip ?? ''} />
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography>
            <DateTime at={activatedAt} />
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            <DateTime at={lastVerifiedAt} />
          </Typography>
        </Flex>
      </td>
      <td>
        <DeviceState device={device} />
      </td>
      <td>
        {!deactivatedAt && onDeactivate && (
          <Button
            id={deactivateButtonId(device)}
            size="S"
            variant="danger-light"
            aria-label={t('activation.deactivate.label', { device: name ?? fingerprint })}
            onClick={() => {
              onDeactivate(device);
            }}
          >
            {t('activation.deactivate')}
          </Button>
        )}
      </td>
    </tr>
  );
};
