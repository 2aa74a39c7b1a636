import { Field, TextInput } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';

interface PrefixFieldProps {
  prefix: string;
  value: string;
  onChange: (value: string) => void;
}

export const PrefixField = ({ prefix, value, onChange }: PrefixFieldProps) => {
  const t = useTranslate();

  return (
    <Field.Root name="key-prefix" hint={t('dialog.typePrefix.hint')} required>
      <Field.Label>{t('dialog.typePrefix', { prefix })}</Field.Label>
      <TextInput
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <Field.Hint />
    </Field.Root>
  );
};
