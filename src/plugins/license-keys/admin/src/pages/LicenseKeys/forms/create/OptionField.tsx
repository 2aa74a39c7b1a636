import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface OptionFieldProps {
  name: string;
  label: string;
  placeholder: string;
  /** Said where there is nothing to choose. */
  noneLabel: string;
  /** Undefined until they are there. */
  options: { documentId: string; name: string }[] | undefined;
  value: string | undefined;
  error: string | undefined;
  onChange: (documentId: string) => void;
}

export const OptionField = ({
  name,
  label,
  placeholder,
  noneLabel,
  options,
  value,
  error,
  onChange,
}: OptionFieldProps) => {
  const isEmpty = options?.length === 0;

  return (
    <Field.Root name={name} error={isEmpty ? noneLabel : error} required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        placeholder={placeholder}
        loading={options === undefined}
        disabled={options === undefined || isEmpty}
        value={value}
        onChange={(documentId) => {
          onChange(String(documentId));
        }}
      >
        {options?.map((option) => (
          <SingleSelectOption key={option.documentId} value={option.documentId}>
            {option.name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};
