import { Typography } from '@strapi/design-system';

import type { DeviceFilter, DeviceItem, DeviceSortField } from '../../../../shared/devices';
import { Ago } from '../../components/Ago';
import { DayText } from '../../components/DayText';
import { DeactivateButton } from '../../devices/DeactivateButton';
import { DeviceState } from '../../devices/DeviceState';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { RecordTable } from '../../list/RecordTable';
import { PageCheckbox } from '../../list/selection/PageCheckbox';
import { RowCheckbox } from '../../list/selection/RowCheckbox';
import type { Selection } from '../../list/selection/useSelection';
import { TwoLines } from '../../list/TwoLines';

import type { DeviceQuery } from './hooks/useDeviceQuery';
import { LicenseCell } from './LicenseCell';

interface DeviceTableProps {
  list: DeviceQuery;
  devices: DeviceItem[] | undefined;
  selection: Selection<DeviceFilter>;
  isBusy: boolean;
  onDeactivate: (device: DeviceItem) => void;
}

export const DeviceTable = (props: DeviceTableProps) => {
  const { list, devices, selection, isBusy, onDeactivate } = props;
  const t = useTranslate();
  const mayDeactivate = useAllowedVerbs().has('deactivate-device');
  const { environment } = list.query;

  return (
    <RecordTable<DeviceItem, DeviceSortField>
      label={t('devices.title')}
      loadingLabel={t('devices.loading')}
      items={devices}
      keyOf={({ documentId }) => documentId}
      list={list}
      isBusy={isBusy}
      columns={[
        {
          name: 'selection',
          head: <PageCheckbox label={t('devices.selectPage')} selection={selection} />,
          cell: ({ documentId, name, fingerprint }) => (
            <RowCheckbox
              label={t('devices.select', { device: name ?? fingerprint })}
              documentId={documentId}
              selection={selection}
            />
          ),
        },
        {
          name: 'device',
          head: t('activation.device'),
          sortBy: 'device',
          cell: ({ name, fingerprint }) => (
            <TwoLines first={name ?? fingerprint} second={name ? fingerprint : ''} />
          ),
        },
        {
          name: 'license',
          head: t('column.key'),
          sortBy: 'license',
          cell: ({ license }) => (
            <LicenseCell
              environment={environment}
              license={license}
              onFilter={() => {
                list.update({ license: license.documentId });
              }}
            />
          ),
        },
        {
          name: 'product',
          head: t('column.product'),
          sortBy: 'product',
          cell: ({ product }) => (
            <Typography ellipsis maxWidth="16rem" title={product.name}>
              {product.name}
            </Typography>
          ),
        },
        {
          name: 'customer',
          head: t('column.customer'),
          sortBy: 'customer',
          cell: ({ customer }) =>
            customer ? <TwoLines first={customer.name} second={customer.email} /> : '—',
        },
        {
          name: 'origin',
          head: t('activation.origin'),
          cell: ({ platform, ip }) => <TwoLines first={platform ?? '—'} second={ip ?? ''} />,
        },
        {
          name: 'state',
          head: t('activation.state'),
          sortBy: 'status',
          cell: (device) => <DeviceState device={device} />,
        },
        {
          name: 'activatedAt',
          head: t('devices.activatedAt'),
          sortBy: 'activatedAt',
          cell: ({ activatedAt }) => <DayText at={activatedAt} />,
        },
        {
          name: 'lastVerifiedAt',
          head: t('devices.lastVerifiedAt'),
          sortBy: 'lastVerifiedAt',
          cell: ({ lastVerifiedAt }) => <Ago at={lastVerifiedAt} />,
        },
        {
          name: 'actions',
          head: t('column.actions'),
          cell: (device) => (
            <DeactivateButton
              device={device}
              onDeactivate={mayDeactivate ? onDeactivate : undefined}
            />
          ),
        },
      ]}
    />
  );
};
