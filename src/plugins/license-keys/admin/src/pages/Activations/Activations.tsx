import { Layouts, Page } from '@strapi/strapi/admin';

import type { DeviceFilter, DeviceListQuery } from '../../../../shared/devices';
import type { PageContext } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';
import { BULK_PARAMS } from '../../bulk/useBulk';
import { DeviceDialog } from '../../devices/DeviceDialog';
import { ListHeader } from '../../list/ListHeader';
import { useSelection } from '../../list/selection/useSelection';
import { useDialogParams } from '../../list/useDialogParams';

import { DeviceBulk } from './bulk/DeviceBulk';
import { DeviceList } from './DeviceList';
import { DeviceFilters } from './filters/DeviceFilters';
import { filterIn, isFiltered, NO_SCOPED_FILTERS } from './hooks/deviceParams';
import { useDeviceQuery } from './hooks/useDeviceQuery';
import { useDevices } from './hooks/useDevices';

/** The device that is to be deactivated, or many. */
const DIALOG_PARAMS = [...BULK_PARAMS, 'device'] as const;

export const Activations = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useDeviceQuery(context);
  const devices = useDevices(list);
  const { answer } = devices;
  const selection = useSelection<DeviceListQuery, DeviceFilter>(list.query, answer, filterIn);
  const dialogs = useDialogParams(DIALOG_PARAMS);
  const { params, open, close } = dialogs;
  const device = answer?.data.find(({ documentId }) => documentId === params.get('device'));
  const { environment } = list.query;

  const summary =
    answer &&
    t(isFiltered(answer.query) ? 'devices.matching' : 'devices.total', {
      total: answer.meta.pagination.total,
      environment,
    });

  return (
    <Page.Main>
      <ListHeader
        title={t('devices.title')}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          list.update({ environment: name, ...NO_SCOPED_FILTERS });
        }}
      />
      <DeviceFilters list={list} />
      <Layouts.Content>
        <DeviceBulk environment={environment} selection={selection} dialogs={dialogs} />
        <DeviceList
          list={list}
          devices={devices}
          selection={selection}
          onDeactivate={({ documentId }) => {
            open({ device: documentId });
          }}
        />
      </Layouts.Content>
      <DeviceDialog license={device?.license.documentId} device={device} onClose={close} />
    </Page.Main>
  );
};
