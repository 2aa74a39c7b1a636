import { useState } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import type { LicenseDetail } from '../../../../../../shared/license';
import { useSubmit } from '../../../../hooks/useSubmit';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useUpdateLicenseKeyMutation } from '../../../../services/forms';
import { FIELD_NAMES, fieldsOf, type LicenseFields } from '../licenseFields';
import { useFieldErrors, useLicenseFields, type ChangeField } from '../useLicenseFields';
import { awaitsValidity } from '../useValidityStart';

/** The edit of a license, from the first key to the server's answer. */
export const useEdit = (license: LicenseDetail, onSaved: () => void) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [update] = useUpdateLicenseKeyMutation();
  const [base] = useState(() => ({
    ...fieldsOf(license),
    expiresAt: license.expiresAt ?? (awaitsValidity(license) ? undefined : null),
  }));
  const fields = useLicenseFields(base);
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, answer, refusal, forget } = useSubmit<LicenseDetail>({
    fields: FIELD_NAMES,
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('edit.done') });
      onSaved();
    },
  });

  const change: ChangeField = (name, value) => {
    forget(name);
    fields.change(name, value);
  };

  const changeCustomer = (customer: LicenseFields['customer']) => {
    change('customer', customer);
    // With a customer, no expiry means another thing than without.
    if (typeof fields.values.expiresAt !== 'string') change('expiresAt', base.expiresAt);
  };

  const save = () => {
    setAttempts(attempts + 1);
    if (fields.problems.length > 0) return;
    const { documentId, version } = license;
    void submit(() => update({ documentId, version, ...fields.body }));
  };

  return {
    fields,
    errorOf: useFieldErrors(fields, refusal, attempts > 0),
    change,
    changeCustomer,
    save,
    attempts,
    isSending,
    isDirty: fields.changed.length > 0 && !answer,
    refusal,
  };
};
