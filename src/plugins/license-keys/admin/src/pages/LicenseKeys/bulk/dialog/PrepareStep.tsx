import { useState } from 'react';

import { Flex, Typography } from '@strapi/design-system';

import type { BulkBody, DryRun } from '../../../../../../shared/bulk';
import { Pill } from '../../../../components/Pill';
import { useSubmit } from '../../../../hooks/useSubmit';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useDryRunLicenseKeyBulkMutation } from '../../../../services/bulk';
import { ReasonField } from '../../../../forms/ReasonField';
import { environmentTone } from '../../../../utils/environmentTone';
import { CustomerField } from '../../forms/fields/CustomerField';
import { FormBody } from '../../../../forms/FormBody';
import { UnsavedChanges } from '../../../../forms/UnsavedChanges';

import type { Draft } from './BulkForm';

interface PrepareStepProps {
  body: BulkBody;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onChecked: (dryRun: DryRun['data']) => void;
}

export const PrepareStep = ({ body, draft, onDraft, onChecked }: PrepareStepProps) => {
  const t = useTranslate();
  const [check] = useDryRunLicenseKeyBulkMutation();
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, refusal, forget } = useSubmit<DryRun['data']>({
    fields: ['customer'],
    onAnswer: onChecked,
  });
  const { environment, action } = body;
  const { customer, reason } = draft;
  const isIncomplete = action === 'assign' && !customer;

  const send = () => {
    setAttempts(attempts + 1);
    if (!isIncomplete) void submit(() => check(body));
  };

  return (
    <FormBody
      submitLabel={t('bulk.check')}
      isSending={isSending}
      refusal={refusal}
      attempts={attempts}
      onSubmit={send}
    >
      <Flex>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </Flex>
      <Typography>{t(`bulk.effect.${action}`)}</Typography>
      {action === 'assign' && (
        <>
          <UnsavedChanges isDirty={customer !== null || reason !== ''} />
          <CustomerField
            environment={environment}
            value={customer}
            isRequired
            error={isIncomplete && attempts > 0 ? t('form.required') : refusal.byField.customer}
            onChange={(next) => {
              forget('customer');
              onDraft({ ...draft, customer: next });
            }}
          />
        </>
      )}
      <ReasonField
        value={reason}
        onChange={(next) => {
          onDraft({ ...draft, reason: next });
        }}
      />
      <Typography variant="pi" textColor="neutral600">
        {t('bulk.check.hint')}
      </Typography>
    </FormBody>
  );
};
