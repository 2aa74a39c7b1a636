import { Flex, Typography } from '@strapi/design-system';

import type { DeviceHistory } from '../../../../../../shared/license';
import { DateTime } from '../../../../components/DateTime';
import { FullText } from '../../../../components/FullText';
import { DeactivateButton } from '../../../../devices/DeactivateButton';
import { DeviceState } from '../../../../devices/DeviceState';
import { useTranslate } from '../../../../i18n/useTranslate';
import { RecordTable } from '../../../../list/RecordTable';

interface ActivationTableProps {
  devices: DeviceHistory[];
  isBusy: boolean;
  /** Absent where the role does not allow it. */
  onDeactivate: ((device: DeviceHistory) => void) | undefined;
}

export const ActivationTable = ({ devices, isBusy, onDeactivate }: ActivationTableProps) => {
  const t = useTranslate();

  return (
    <RecordTable
      label={t('preview.activations')}
      items={devices}
      keyOf={({ documentId }) => documentId}
      isBusy={isBusy}
      columns={[
        {
          name: 'device',
          head: t('activation.device'),
          cell: ({ name, fingerprint }) => (
            <FullText first={name ?? fingerprint} second={name && fingerprint} />
          ),
        },
        {
          name: 'origin',
          head: t('activation.origin'),
          cell: ({ platform, ip }) => <FullText first={platform ?? '—'} second={ip} />,
        },
        {
          name: 'seen',
          head: t('activation.seen'),
          cell: ({ activatedAt, lastVerifiedAt }) => (
            <Flex direction="column" alignItems="flex-start">
              <Typography>
                <DateTime at={activatedAt} />
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                <DateTime at={lastVerifiedAt} />
              </Typography>
            </Flex>
          ),
        },
        {
          name: 'state',
          head: t('activation.state'),
          cell: (device) => <DeviceState device={device} />,
        },
        {
          name: 'actions',
          head: t('column.actions'),
          cell: (device) => <DeactivateButton device={device} onDeactivate={onDeactivate} />,
        },
      ]}
    />
  );
};
