import { Field, TextInput } from '@strapi/design-system';

import { MAX_NAME_LENGTH } from '../../../shared/limits';

interface TextFieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value: string;
  isRequired?: boolean;
  /** Whether it takes the focus when it comes up. */
  hasFocus?: boolean;
  error: string | undefined;
  hint?: string;
  onChange: (text: string) => void;
}

export const TextField = ({
  name,
  label,
  type = 'text',
  value,
  isRequired = false,
  hasFocus = false,
  error,
  hint,
  onChange,
}: TextFieldProps) => (
  <Field.Root name={name} error={error} hint={hint} required={isRequired}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      autoFocus={hasFocus}
      type={type}
      autoComplete={type === 'password' ? 'current-password' : 'off'}
      maxLength={MAX_NAME_LENGTH}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
