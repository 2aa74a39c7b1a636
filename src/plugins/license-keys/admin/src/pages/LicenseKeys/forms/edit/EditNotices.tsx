import type { LicenseDetail } from '../../../../../../shared/license';
import { Notice } from '../../../../components/Notice';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Customer } from '../../../../services/forms';

interface EditNoticesProps {
  license: LicenseDetail;
  /** As it is chosen now. */
  customer: Customer | null;
}

/** What saving does beyond the fields. */
export const EditNotices = ({ license: { state }, customer }: EditNoticesProps) => {
  const t = useTranslate();

  return (
    <>
      {state === 'active' && <Notice tone="warning">{t('edit.active')}</Notice>}
      {state === 'available' && customer && (
        <Notice tone="primary" role="status">
          {t('edit.assigns', { customer: customer.name })}
        </Notice>
      )}
    </>
  );
};
