import { Field, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTranslate } from '../i18n/useTranslate';

interface CountFieldProps {
  count: number;
  value: string;
  onChange: (value: string) => void;
}

/** Typed with or without the separators of whichever language. */
export const isCount = (text: string, count: number): boolean =>
  text.replace(/[\s.,'’]/g, '') === String(count);

export const CountField = ({ count, value, onChange }: CountFieldProps) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();

  return (
    <Field.Root name="license-count" hint={t('bulk.typeCount.hint')} required>
      <Field.Label>{t('bulk.typeCount', { count: formatNumber(count) })}</Field.Label>
      <TextInput
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        inputMode="numeric"
        autoComplete="off"
      />
      <Field.Hint />
    </Field.Root>
  );
};
