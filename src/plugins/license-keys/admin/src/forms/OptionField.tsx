import { useCallback } from 'react';

import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';

interface OptionFieldProps {
  name: string;
  label: string;
  placeholder: string;
  /** Said where there is nothing to choose. */
  noneLabel: string;
  /** Undefined until they are there. */
  options: { documentId: string; name: string }[] | undefined;
  /** Why they are not. */
  failure: QueryError | undefined;
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
  failure,
  value,
  error,
  onChange,
}: OptionFieldProps) => {
  const errorMessage = useErrorMessage();
  const isEmpty = options?.length === 0;
  const problem = isEmpty ? noneLabel : ((failure && errorMessage(failure)) ?? error);
  const isInvalid = problem !== undefined;

  // The select does not say by itself that it is at fault.
  const describe = useCallback(
    (select: HTMLElement | null) => {
      select?.setAttribute('aria-invalid', String(isInvalid));
    },
    [isInvalid]
  );

  return (
    <Field.Root name={name} error={problem} required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        ref={describe}
        placeholder={placeholder}
        loading={options === undefined && !failure}
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
