import type { LicenseDetail } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyGeneratorsQuery } from '../../../../services/forms';
import { useGeneratorExpiry } from '../useGeneratorExpiry';

/** Without an expiry of its own a license gets its generator's when it is assigned; after that it has none. */
export const useNoExpiryLabel = ({ state, environment, product, generator }: LicenseDetail) => {
  const t = useTranslate();
  const generatorExpiry = useGeneratorExpiry();
  const isOpen = state === 'available' && generator !== null;
  const { data: generators } = useGetLicenseKeyGeneratorsQuery(
    { environment, product: product.documentId },
    { skip: !isOpen }
  );
  const found = generators?.find(({ documentId }) => documentId === generator?.documentId);

  if (!isOpen) return t('form.expiry.lifetime');
  return found ? generatorExpiry(found.validity) : t('form.expiry.generator');
};
