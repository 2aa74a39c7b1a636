import type { LicenseDetail } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import type { Customer } from '../../../../services/forms';
import { CustomerField } from '../fields/CustomerField';
import { LockedField } from '../../../../forms/LockedField';

interface EditCustomerProps {
  license: LicenseDetail;
  value: Customer | null;
  error: string | undefined;
  onChange: (customer: Customer | null) => void;
}

/** An available license may get a customer; any other has one and only changes it for another. */
export const EditCustomer = ({ license, value, error, onChange }: EditCustomerProps) => {
  const t = useTranslate();
  const canAssign = useAllowedVerbs().has('assign');

  if (!canAssign) {
    return (
      <LockedField
        label={t('column.customer')}
        value={value?.name ?? t('customer.none')}
        reason={t('actions.blocked.role')}
      />
    );
  }
  const isRequired = license.state !== 'available';
  return (
    <CustomerField
      environment={license.environment}
      value={value}
      isRequired={isRequired}
      hint={isRequired ? t('edit.customer.hint') : undefined}
      error={error}
      onChange={onChange}
    />
  );
};
