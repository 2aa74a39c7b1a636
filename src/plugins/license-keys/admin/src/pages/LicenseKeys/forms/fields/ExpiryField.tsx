import { Field, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { RadioField } from '../../../../components/RadioField';
import { useTranslate } from '../../../../i18n/useTranslate';

import { DayInput } from '../../../../forms/DayInput';

export interface ExpiryLabels {
  /** What the generator says, where that can be left to it. */
  generator?: string;
  /** What having no date means, where that is something else. */
  none?: string;
}

type Kind = keyof ExpiryLabels | 'date';

interface ExpiryFieldProps {
  /** ISO 8601; null for none, empty while one is still to be chosen, undefined as the generator says. */
  value: string | null | undefined;
  labels: ExpiryLabels;
  error: string | undefined;
  onChange: (instant: string | null | undefined) => void;
}

const VALUES = { generator: undefined, none: null, date: '' } as const;

const kindOf = (value: string | null | undefined, { none }: ExpiryLabels): Kind => {
  if (typeof value === 'string') return 'date';
  return value === null && none ? 'none' : 'generator';
};

export const ExpiryField = ({ value, labels, error, onChange }: ExpiryFieldProps) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const instant = value && formatDate(value, { dateStyle: 'long', timeStyle: 'long' });
  const texts = { ...labels, date: t('form.expiry.date') };
  const kinds: readonly Kind[] = (['generator', 'none', 'date'] as const).filter(
    (kind) => texts[kind] !== undefined
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <RadioField
        label={t('form.expiry')}
        options={kinds}
        value={kindOf(value, labels)}
        onChange={(kind) => {
          onChange(VALUES[kind]);
        }}
      >
        {(kind) => texts[kind]}
      </RadioField>
      {typeof value === 'string' && (
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
