import type { LicenseDetail } from '../../../../../shared/license';
import { useTranslate } from '../../../i18n/useTranslate';

/** Whether a license has a validity that assigning would start. */
export const awaitsValidity = ({ state, validity }: LicenseDetail): boolean =>
  state === 'available' && validity !== null;

/** Says so, where assigning starts the validity of a license. */
export const useValidityStart = ({ validity }: LicenseDetail, isStarted: boolean) => {
  const t = useTranslate();

  return isStarted && validity
    ? t(`assign.validity.${validity.unit}`, { amount: validity.amount })
    : undefined;
};
