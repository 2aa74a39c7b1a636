import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import type { LicenseDetail } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import { LicenseFieldset } from '../fields/LicenseFieldset';
import { FormBody } from '../FormBody';
import { codeOf } from '../refusal';
import { UnsavedChanges } from '../UnsavedChanges';

import { EditCustomer } from './EditCustomer';
import { EditNotices } from './EditNotices';
import { LockedFields } from './LockedFields';
import { useEdit } from './useEdit';
import { useNoExpiryLabel } from './useNoExpiryLabel';

interface EditFormProps {
  license: LicenseDetail;
  onReload: () => void;
  onClose: () => void;
}

export const EditForm = ({ license, onReload, onClose }: EditFormProps) => {
  const t = useTranslate();
  const { fields, errorOf, change, save, attempts, isSending, isDirty, refusal } = useEdit(
    license,
    onClose
  );
  const noExpiryLabel = useNoExpiryLabel(license);
  const isConflict = codeOf(refusal.error) === 'EDIT_CONFLICT';

  return (
    <FormBody
      submitLabel={t('edit.save')}
      isSending={isSending}
      isDisabled={!isDirty}
      refusal={refusal}
      remedy={
        isConflict && (
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onReload}>
            {t('edit.reload')}
          </Button>
        )
      }
      attempts={attempts}
      onSubmit={save}
    >
      {isDirty && <UnsavedChanges />}
      <EditNotices license={license} customer={fields.values.customer} />
      <LockedFields license={license} />
      <EditCustomer
        license={license}
        value={fields.values.customer}
        error={errorOf('customer')}
        onChange={(customer) => {
          change('customer', customer);
        }}
      />
      <LicenseFieldset
        values={fields.values}
        noExpiryLabel={noExpiryLabel}
        errorOf={errorOf}
        onChange={change}
      />
    </FormBody>
  );
};
