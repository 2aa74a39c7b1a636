import { Field, NumberInput } from '@strapi/design-system';

interface NumberFieldProps {
  name: string;
  label: string;
  value: number | undefined;
  error: string | undefined;
  hint?: string;
  onChange: (value: number | undefined) => void;
}

export const NumberField = ({ name, label, value, error, hint, onChange }: NumberFieldProps) => (
  <Field.Root name={name} error={error} hint={hint} required>
    <Field.Label>{label}</Field.Label>
    <NumberInput value={value} onValueChange={onChange} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
