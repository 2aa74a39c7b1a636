import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { UNITS } from '../../../../../shared/license';
import { RadioField } from '../../../components/RadioField';
import { FormRow } from '../../../forms/FormRow';
import { NumberField } from '../../../forms/NumberField';
import { useTranslate } from '../../../i18n/useTranslate';

import type { ValidityInput } from './generatorFields';

interface ValidityFieldProps {
  value: ValidityInput;
  error: string | undefined;
  onChange: (validity: ValidityInput) => void;
}

const KINDS = ['lifetime', 'period'] as const;

/** How long a license runs from its assignment. */
export const ValidityField = ({ value, error, onChange }: ValidityFieldProps) => {
  const t = useTranslate();

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <RadioField
        label={t('validity.label')}
        options={KINDS}
        value={value ? 'period' : 'lifetime'}
        onChange={(kind) => {
          onChange(kind === 'period' ? { amount: 1, unit: 'year' } : null);
        }}
      >
        {(kind) => t(`validity.${kind}`)}
      </RadioField>
      {value && (
        <FormRow>
          <NumberField
            name="validity"
            label={t('validity.amount')}
            value={value.amount}
            error={error}
            onChange={(amount) => {
              onChange({ ...value, amount });
            }}
          />
          <Field.Root name="validity-unit">
            <Field.Label>{t('validity.unit')}</Field.Label>
            <SingleSelect
              value={value.unit}
              onChange={(picked) => {
                onChange({ ...value, unit: UNITS.find((unit) => unit === picked) ?? value.unit });
              }}
            >
              {UNITS.map((unit) => (
                <SingleSelectOption key={unit} value={unit}>
                  {t(`validity.unit.${unit}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </FormRow>
      )}
    </Flex>
  );
};
