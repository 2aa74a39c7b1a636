import type { DeviceFilter, DeviceItem } from '../../../../shared/devices';
import { useTranslate } from '../../i18n/useTranslate';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';
import type { Selection } from '../../list/selection/useSelection';

import { DeviceTable } from './DeviceTable';
import { isFiltered, NO_FILTERS } from './hooks/deviceParams';
import type { DeviceQuery } from './hooks/useDeviceQuery';
import type { DevicesResult } from './hooks/useDevices';

interface DeviceListProps {
  list: DeviceQuery;
  devices: DevicesResult;
  selection: Selection<DeviceFilter>;
  onDeactivate: (device: DeviceItem) => void;
}

export const DeviceList = ({ list, devices, selection, onDeactivate }: DeviceListProps) => {
  const t = useTranslate();
  const { answer, isFetching } = devices;
  const { environment } = list.query;

  return (
    <ListBody
      result={devices}
      empty={
        <EmptyList
          isFiltered={answer !== undefined && isFiltered(answer.query)}
          none={t('devices.empty', { environment })}
          noMatch={t('devices.noMatch', { environment })}
          onClearFilters={() => {
            list.update(NO_FILTERS);
          }}
        />
      }
    >
      <DeviceTable
        list={list}
        devices={answer?.data}
        selection={selection}
        isBusy={isFetching}
        onDeactivate={onDeactivate}
      />
    </ListBody>
  );
};
