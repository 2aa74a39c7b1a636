import type { ChangeEvent } from 'react';

import { Field, Textarea } from '@strapi/design-system';

import { MAX_REASON_LENGTH } from '../../../shared/limits';
import { useTranslate } from '../i18n/useTranslate';

interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
}

export const ReasonField = ({ value, onChange }: ReasonFieldProps) => {
  const t = useTranslate();

  return (
    <Field.Root name="reason" hint={t('dialog.reason.hint', { max: MAX_REASON_LENGTH })}>
      <Field.Label>{t('dialog.reason')}</Field.Label>
      <Textarea
        value={value}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
          onChange(event.target.value);
        }}
        maxLength={MAX_REASON_LENGTH}
      />
      <Field.Hint />
    </Field.Root>
  );
};
