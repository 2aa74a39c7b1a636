import { useState } from 'react';

import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import type { LicenseDetail } from '../../../../../../shared/license';
import { useSubmit } from '../../../../hooks/useSubmit';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useAssignLicenseKeyMutation, type Customer } from '../../../../services/forms';
import { LicenseSummary } from '../../actions/LicenseSummary';
import { ReasonField } from '../../../../forms/ReasonField';
import { CustomerField } from '../fields/CustomerField';
import { FormBody } from '../../../../forms/FormBody';
import { UnsavedChanges } from '../../../../forms/UnsavedChanges';
import { awaitsValidity, useValidityStart } from '../useValidityStart';

interface AssignFormProps {
  license: LicenseDetail;
  onClose: () => void;
}

export const AssignForm = ({ license, onClose }: AssignFormProps) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const validityStart = useValidityStart(
    license,
    awaitsValidity(license) && license.expiresAt === null
  );
  const [assign] = useAssignLicenseKeyMutation();
  const [customer, setCustomer] = useState<Customer | null>(null);
  const [reason, setReason] = useState('');
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, answer, refusal, forget } = useSubmit<LicenseDetail>({
    fields: ['customer'],
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('assign.done') });
      onClose();
    },
  });

  const send = () => {
    setAttempts(attempts + 1);
    if (!customer) return;
    void submit(() =>
      assign({
        documentId: license.documentId,
        customer: customer.documentId,
        reason: reason.trim() || undefined,
      })
    );
  };

  const isMissing = attempts > 0 && !customer;
  return (
    <FormBody
      submitLabel={t('action.assign')}
      isSending={isSending}
      refusal={refusal}
      attempts={attempts}
      onSubmit={send}
    >
      <UnsavedChanges isDirty={!answer && (customer !== null || reason !== '')} />
      <Typography>
        {t('assign.effect')} {validityStart}
      </Typography>
      <LicenseSummary license={license} />
      <CustomerField
        environment={license.environment}
        value={customer}
        isRequired
        error={isMissing ? t('form.required') : refusal.byField.customer}
        onChange={(next) => {
          forget('customer');
          setCustomer(next);
        }}
      />
      <ReasonField value={reason} onChange={setReason} />
    </FormBody>
  );
};
