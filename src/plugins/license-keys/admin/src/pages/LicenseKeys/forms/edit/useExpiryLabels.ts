import type { LicenseDetail } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { ExpiryLabels } from '../fields/ExpiryField';
import type { LicenseFields } from '../licenseFields';
import { useGeneratorExpiry } from '../useGeneratorExpiry';
import { awaitsValidity } from '../useValidityStart';

/** What no expiry means: to be assigned with a validity that waits for that, or for ever. */
export const useExpiryLabels = (
  license: LicenseDetail,
  { customer }: LicenseFields
): ExpiryLabels => {
  const t = useTranslate();
  const generatorExpiry = useGeneratorExpiry();
  const lifetime = { none: t('form.expiry.lifetime') };
  if (!awaitsValidity(license)) return lifetime;

  // The edit that assigns leaves the expiry as it is, or says which: only one that is not there yet is the validity's.
  const isValidityPossible = !customer || license.expiresAt === null;
  return {
    ...(isValidityPossible && { generator: generatorExpiry(license.validity) }),
    ...(customer && lifetime),
  };
};
