import type { ReactNode } from 'react';

import { Field } from '@strapi/design-system';

interface FilterFieldProps {
  label: string;
  error?: string;
  children: ReactNode;
}

export const FilterField = ({ label, error, children }: FilterFieldProps) => (
  <Field.Root width="100%" error={error}>
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Error />
  </Field.Root>
);
