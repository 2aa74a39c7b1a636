import type { DeviceListQuery, DeviceStatus } from '../../../../../shared/devices';
import type { TranslationKey } from '../../../i18n/getTranslation';
import { useTranslate } from '../../../i18n/useTranslate';
import type { FilterChip } from '../../../list/filters/FilterChips';
import { useFilterNames } from '../../../list/filters/useFilterNames';
import { useRangeText } from '../../../list/filters/useRangeText';
import { useGetLicenseKeyDevicesQuery } from '../../../services/devices';
import type { DeviceParams } from '../hooks/deviceParams';

/** Stands for a name until it is here. */
const UNKNOWN = '…';

export const STATUS_LABELS = {
  active: 'activation.active',
  ended: 'activation.ended',
} as const satisfies Record<DeviceStatus, TranslationKey>;

/** Of the license's key no more than the list shows; a license without devices goes by its id. */
const useLicenseName = ({ environment, license = '' }: DeviceListQuery): string => {
  const { currentData, error } = useGetLicenseKeyDevicesQuery(
    { environment, license, pageSize: 1 },
    { skip: license === '' }
  );
  const [device] = currentData?.data ?? [];
  if (device) return `${device.license.keyPrefix}…`;
  return (currentData ?? error) ? license : UNKNOWN;
};

/** The filters that are on, in words. The search text is none: its field shows it. */
export const useDeviceChips = (query: DeviceListQuery): FilterChip<DeviceParams>[] => {
  const t = useTranslate();
  const names = useFilterNames(query);
  const rangeText = useRangeText();
  const licenseName = useLicenseName(query);
  const { license, product, customer, status, idleDays, activatedFrom, activatedTo } = query;

  const chips: (Omit<FilterChip<DeviceParams>, 'value'> & { value: string | undefined })[] = [
    {
      label: t('column.key'),
      value: license && licenseName,
      without: { license: undefined },
    },
    {
      label: t('filter.product'),
      value: product && (names.product ?? UNKNOWN),
      without: { product: undefined },
    },
    {
      label: t('activation.state'),
      value: status && t(STATUS_LABELS[status]),
      without: { status: undefined },
    },
    {
      label: t('devices.idle'),
      value: idleDays === undefined ? undefined : t('devices.idle.days', { days: idleDays }),
      without: { idleDays: undefined },
    },
    {
      label: t('column.customer'),
      value: customer && (names.customer ?? UNKNOWN),
      without: { customer: undefined },
    },
    {
      label: t('devices.activatedAt'),
      value: rangeText(activatedFrom, activatedTo),
      without: { activatedFrom: undefined, activatedTo: undefined },
    },
    {
      label: t('devices.lastVerifiedAt'),
      value: rangeText(query.verifiedFrom, query.verifiedTo),
      without: { verifiedFrom: undefined, verifiedTo: undefined },
    },
  ];

  return chips.flatMap(({ value, ...chip }) => (value === undefined ? [] : [{ ...chip, value }]));
};
