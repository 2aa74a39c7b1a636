import type { LicenseDetail } from '../../../../../../shared/license';
import { Notice } from '../../../../components/Notice';
import { useTranslate } from '../../../../i18n/useTranslate';
import { codeOf } from '../../../../utils/refusal';
import { LicenseFieldset } from '../fields/LicenseFieldset';
import { FormBody } from '../../../../forms/FormBody';
import { ReloadButton } from '../../../../forms/ReloadButton';
import { UnsavedChanges } from '../../../../forms/UnsavedChanges';
import type { Reload } from '../../../../forms/useReload';

import { AssignsNotice } from './AssignsNotice';
import { EditCustomer } from './EditCustomer';
import { LockedFields } from './LockedFields';
import { useEdit } from './useEdit';
import { useExpiryLabels } from './useExpiryLabels';

interface EditFormProps {
  license: LicenseDetail;
  /** Against a conflict. */
  reload: Reload;
  onClose: () => void;
}

export const EditForm = ({ license, reload, onClose }: EditFormProps) => {
  const t = useTranslate();
  const { fields, errorOf, change, changeCustomer, save, attempts, isSending, isDirty, refusal } =
    useEdit(license, onClose);
  const expiryLabels = useExpiryLabels(license, fields.values);
  const isConflict = codeOf(refusal.error) === 'EDIT_CONFLICT';

  return (
    <FormBody
      submitLabel={t('edit.save')}
      isSending={isSending}
      isDisabled={!isDirty}
      refusal={refusal}
      remedy={isConflict && <ReloadButton reload={reload} />}
      attempts={attempts}
      onSubmit={save}
    >
      <UnsavedChanges isDirty={isDirty} />
      {license.state === 'active' && <Notice tone="warning">{t('edit.active')}</Notice>}
      <LockedFields license={license} />
      <EditCustomer
        license={license}
        value={fields.values.customer}
        error={errorOf('customer')}
        onChange={changeCustomer}
      />
      <AssignsNotice license={license} values={fields.values} />
      <LicenseFieldset
        fields={fields}
        expiryLabels={expiryLabels}
        errorOf={errorOf}
        onChange={change}
      />
    </FormBody>
  );
};
