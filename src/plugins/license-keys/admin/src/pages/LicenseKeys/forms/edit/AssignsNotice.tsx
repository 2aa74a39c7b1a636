import type { LicenseDetail } from '../../../../../../shared/license';
import { Notice } from '../../../../components/Notice';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { LicenseFields } from '../licenseFields';
import { useValidityStart } from '../useValidityStart';

interface AssignsNoticeProps {
  license: LicenseDetail;
  /** As they are chosen now. */
  values: LicenseFields;
}

/** Saving then does more than to change a field. */
export const AssignsNotice = ({ license, values }: AssignsNoticeProps) => {
  const t = useTranslate();
  const { customer, expiresAt } = values;
  const validityStart = useValidityStart(license, expiresAt === undefined);
  if (license.state !== 'available' || !customer) return null;

  return (
    <Notice tone="primary" role="status">
      {[t('edit.assigns', { customer: customer.name }), validityStart].filter(Boolean).join(' ')}
    </Notice>
  );
};
