import { useMemo } from 'react';

import {
  DEFAULT_DEVICE_SORT,
  parseDeviceSort,
  type DeviceListQuery,
  type DeviceSort,
} from '../../../../../shared/devices';
import type { PageContext } from '../../../../../shared/list';
import { useListAddress, type UpdateAddress } from '../../../list/useListAddress';

import { readDeviceQuery, type DeviceParams } from './deviceParams';

export interface DeviceQuery {
  query: DeviceListQuery & { page: number };
  sort: DeviceSort;
  update: UpdateAddress<DeviceParams>;
}

/** What the address says of the list of devices. */
export const useDeviceQuery = (context: PageContext['data']): DeviceQuery => {
  const { params, update } = useListAddress();

  return useMemo(() => {
    const sort = parseDeviceSort(params.get('sort')) ?? DEFAULT_DEVICE_SORT;
    return { query: readDeviceQuery(params, context, sort), sort, update };
  }, [params, context, update]);
};
