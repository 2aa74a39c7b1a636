import { useState } from 'react';

import { Combobox, ComboboxOption, Field } from '@strapi/design-system';

import { useDebouncedText } from '../../../../hooks/useDebouncedText';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyCustomersQuery, type Customer } from '../../../../services/forms';

interface CustomerFieldProps {
  environment: string;
  value: Customer | undefined;
  onChange: (customer: Customer | undefined) => void;
}

export const CustomerField = ({ environment, value, onChange }: CustomerFieldProps) => {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const [text, setText] = useDebouncedText(search, setSearch);
  const { data: customers = [], isFetching } = useGetLicenseKeyCustomersQuery({
    environment,
    _q: search,
  });

  return (
    <Field.Root name="customer" required>
      <Field.Label>{t('column.customer')}</Field.Label>
      <Combobox
        value={value?.documentId}
        textValue={text}
        onTextValueChange={setText}
        loading={isFetching}
        onChange={(id) => {
          onChange(customers.find(({ documentId }) => documentId === id));
        }}
      >
        {customers.map(({ documentId, name, email }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={name}>
            {name} · {email}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
