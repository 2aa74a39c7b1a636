import { Field, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { RadioField } from '../../../../components/RadioField';
import { useTranslate } from '../../../../i18n/useTranslate';

import { DayInput } from './DayInput';

interface ExpiryFieldProps {
  /** ISO 8601; null for none, empty while one is still to be chosen. */
  value: string | null;
  /** What having no date of its own means for this license. */
  noneLabel: string;
  error: string | undefined;
  onChange: (instant: string | null) => void;
}

const KINDS = ['none', 'date'] as const;

export const ExpiryField = ({ value, noneLabel, error, onChange }: ExpiryFieldProps) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const instant = value && formatDate(value, { dateStyle: 'long', timeStyle: 'long' });

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <RadioField
        label={t('form.expiry')}
        options={KINDS}
        value={value === null ? 'none' : 'date'}
        onChange={(kind) => {
          onChange(kind === 'none' ? null : '');
        }}
      >
        {(kind) => (kind === 'none' ? noneLabel : t('form.expiry.date'))}
      </RadioField>
      {value !== null && (
        <Field.Root
          name="expiresAt"
          error={error}
          hint={instant && t('form.expiry.hint', { instant })}
          required
        >
          <Field.Label>{t('form.expiry.day')}</Field.Label>
          <DayInput value={value} onChange={onChange} />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      )}
    </Flex>
  );
};
