import { useState } from 'react';

import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';

import { MAX_SEARCH_LENGTH } from '../../../../../../shared/limits';
import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyCustomersQuery, type Customer } from '../../../../services/forms';
import { TwoLines } from '../../table/cells/TwoLines';

import { keepOnEscape } from './keepOnEscape';

interface CustomerComboboxProps {
  environment: string;
  value: Customer | null;
  /** Where a license may be without a customer. */
  isClearable: boolean;
  /** Whether it takes the focus when it comes up. */
  hasFocus?: boolean;
  onChange: (customer: Customer | null) => void;
}

const DELAY = 250;

/** At a printable key the design system marks an option, which the next answer then takes away. */
const marksNothing = () => false;

const textOf = (customer: Customer | null): string =>
  customer ? `${customer.name} (${customer.email})` : '';

/** Finds a customer among any number of them: the server searches while one types. */
export const CustomerCombobox = ({
  environment,
  value,
  isClearable,
  hasFocus = false,
  onChange,
}: CustomerComboboxProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState<string>();
  const [typed, setTyped] = useState('');
  const _q = useDebounce(typed.trim(), DELAY);
  const { currentData, error, isFetching } = useGetLicenseKeyCustomersQuery(
    { environment, _q },
    { skip: !isOpen }
  );

  const found = currentData ?? [];
  // Once it is left, the field looks for its value among the options, or forgets it.
  const isListed = found.some(({ documentId }) => documentId === value?.documentId);
  const options = value && !isListed && !isOpen ? [...found, value] : found;

  const changeOpen = (next: boolean) => {
    setOpen(next);
    setTyped('');
    if (!next) setText(undefined);
  };

  return (
    <Combobox
      // The open list hides the rest of the page from screen readers, the label of this field included.
      aria-label={t('column.customer')}
      autoFocus={hasFocus}
      autocomplete="none"
      placeholder={t('form.customer.search')}
      clearLabel={t('form.customer.clear')}
      loadingMessage={t('form.customer.loading')}
      noOptionsMessage={() => (error ? errorMessage(error) : t('form.customer.notFound'))}
      loading={isOpen && (isFetching || _q !== typed.trim())}
      maxLength={MAX_SEARCH_LENGTH}
      open={isOpen}
      onOpenChange={changeOpen}
      value={value?.documentId ?? ''}
      textValue={text ?? textOf(value)}
      onTextValueChange={setText}
      onInputChange={(event) => {
        setTyped(event.target.value);
        setOpen(true);
      }}
      isPrintableCharacter={marksNothing}
      onChange={(documentId) => {
        const customer = options.find((option) => option.documentId === documentId);
        if (customer) onChange(customer);
      }}
      onClear={
        isClearable
          ? () => {
              onChange(null);
            }
          : undefined
      }
      onKeyDown={keepOnEscape}
      onClick={(event) => {
        // The next key begins a search rather than changing a name.
        if (typed === '') event.currentTarget.select();
      }}
    >
      {options.map((customer) => (
        <ComboboxOption
          key={customer.documentId}
          value={customer.documentId}
          textValue={textOf(customer)}
        >
          <TwoLines first={customer.name} second={customer.email} />
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
