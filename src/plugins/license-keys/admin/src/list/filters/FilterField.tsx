import type { ReactNode } from 'react';

import { Field } from '@strapi/design-system';

interface FilterFieldProps {
  /** Absent where the field itself says what it is. */
  label?: string;
  error?: string;
  children: ReactNode;
}

export const FilterField = ({ label, error, children }: FilterFieldProps) => (
  <Field.Root width="100%" error={error}>
    {label && <Field.Label>{label}</Field.Label>}
    {children}
    <Field.Error />
  </Field.Root>
);
