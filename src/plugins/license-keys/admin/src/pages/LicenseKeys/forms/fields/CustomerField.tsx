import { useState } from 'react';

import { Field, Flex, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';

import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Customer } from '../../../../services/forms';

import { CustomerCombobox } from '../../../../forms/CustomerCombobox';
import { NewCustomer } from './NewCustomer';

interface CustomerFieldProps {
  environment: string;
  value: Customer | null;
  isRequired?: boolean;
  error?: string | undefined;
  hint?: string | undefined;
  onChange: (customer: Customer | null) => void;
}

export const CustomerField = ({
  environment,
  value,
  isRequired = false,
  error,
  hint,
  onChange,
}: CustomerFieldProps) => {
  const t = useTranslate();
  const canCreate = useAllowedVerbs().has('create-customer');
  const [isCreating, setCreating] = useState(false);
  // Where the focus was is gone once the form for a new customer closes.
  const [hasFocus, setFocus] = useState(false);

  const endCreating = () => {
    setFocus(true);
    setCreating(false);
  };

  if (isCreating) {
    return (
      <NewCustomer
        environment={environment}
        onCreated={(customer) => {
          onChange(customer);
          endCreating();
        }}
        onCancel={endCreating}
      />
    );
  }
  return (
    <Field.Root name="customer" error={error} hint={hint} required={isRequired}>
      <Field.Label>{t('column.customer')}</Field.Label>
      <CustomerCombobox
        environment={environment}
        value={value}
        isClearable={!isRequired}
        hasFocus={hasFocus}
        onChange={onChange}
      />
      <Field.Error />
      <Field.Hint />
      {canCreate && (
        // As wide as its text: stretched, the room for its focus ring would make the form scroll sideways.
        <Flex>
          <TextButton
            type="button"
            startIcon={<Plus />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t('customer.create')}
          </TextButton>
        </Flex>
      )}
    </Field.Root>
  );
};
