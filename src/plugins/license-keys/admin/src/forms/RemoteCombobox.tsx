import { useEffect, useReducer, useState } from 'react';

import { Combobox, ComboboxOption } from '@strapi/design-system';

import { MAX_SEARCH_LENGTH } from '../../../shared/limits';
import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';
import { TwoLines } from '../list/TwoLines';

import { keepOnEscape } from './keepOnEscape';
import type { RemoteSearch } from './useRemoteSearch';

interface RemoteOption {
  id: string;
  name: string;
  /** Tells those of the same name apart. */
  detail?: string;
}

/** What the server found for `search.asked`. */
interface Found<Option> {
  currentData?: Option[];
  error?: QueryError;
  isFetching: boolean;
}

interface RemoteComboboxProps<Option> {
  /** The open list hides the rest of the page from screen readers, the label of the field included. */
  label: string;
  placeholder: string;
  clearLabel: string;
  loadingLabel: string;
  noneLabel: string;
  search: RemoteSearch;
  found: Found<Option>;
  describe: (option: Option) => RemoteOption;
  value: Option | null;
  /** Where there may be no choice. */
  isClearable: boolean;
  /** Whether it takes the focus when it comes up. */
  hasFocus?: boolean;
  onChange: (option: Option | null) => void;
}

/** As wide as the field, less the paddings of the list: the list itself grows with what is in it. */
const OPTION = 'calc(var(--radix-combobox-trigger-width) - 4.8rem)';

/** At a printable key the design system marks an option, which the next answer then takes away. */
const marksNothing = () => false;

const textOf = ({ name, detail }: RemoteOption): string => (detail ? `${name} (${detail})` : name);

/** Finds one among any number: the server searches while one types. */
export const RemoteCombobox = <Option,>({
  label,
  placeholder,
  clearLabel,
  loadingLabel,
  noneLabel,
  search,
  found,
  describe,
  value,
  isClearable,
  hasFocus = false,
  onChange,
}: RemoteComboboxProps<Option>) => {
  const errorMessage = useErrorMessage();
  const [text, setText] = useState<string>();
  const { isOpen } = search;
  const { currentData = [], error, isFetching } = found;
  const isLoading = isOpen && (isFetching || search.isTyping);

  // The design system's message that there are no options hears of those that are drawn after it has come up.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    drawAgain();
  }, [isOpen, isLoading]);

  const chosen = value && describe(value);
  // Once it is left, the field looks for its value among the options, or forgets it.
  const isListed = currentData.some((option) => describe(option).id === chosen?.id);
  const options = value && !isListed && !isOpen ? [...currentData, value] : currentData;

  const changeOpen = (next: boolean) => {
    search.changeOpen(next);
    if (!next) setText(undefined);
  };

  return (
    <Combobox
      aria-label={label}
      autoFocus={hasFocus}
      autocomplete="none"
      placeholder={placeholder}
      clearLabel={clearLabel}
      loadingMessage={loadingLabel}
      noOptionsMessage={() => (error ? errorMessage(error) : noneLabel)}
      loading={isLoading}
      maxLength={MAX_SEARCH_LENGTH}
      open={isOpen}
      onOpenChange={changeOpen}
      value={chosen?.id ?? ''}
      textValue={text ?? (chosen ? textOf(chosen) : '')}
      onTextValueChange={setText}
      onInputChange={(event) => {
        search.type(event.target.value);
      }}
      isPrintableCharacter={marksNothing}
      onChange={(id) => {
        const option = options.find((candidate) => describe(candidate).id === id);
        if (option) onChange(option);
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
        if (search.typed === '') event.currentTarget.select();
      }}
    >
      {options.map(describe).map((option) => (
        <ComboboxOption key={option.id} value={option.id} textValue={textOf(option)}>
          <TwoLines first={option.name} second={option.detail ?? ''} maxWidth={OPTION} />
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
