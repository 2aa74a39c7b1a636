import { useListAnswer } from '../../../list/useListAnswer';
import { useGetLicenseKeyDevicesQuery } from '../../../services/devices';

import type { DeviceQuery } from './useDeviceQuery';

/** The page of the list that the address asks for. */
export const useDevices = ({ query, update }: DeviceQuery) =>
  useListAnswer(
    useGetLicenseKeyDevicesQuery(query, { refetchOnMountOrArgChange: true }),
    query,
    update
  );

export type DevicesResult = ReturnType<typeof useDevices>;
