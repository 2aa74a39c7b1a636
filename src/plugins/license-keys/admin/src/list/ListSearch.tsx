import { useCallback, useRef } from 'react';

import { Box, Searchbar, SearchForm } from '@strapi/design-system';

import { MAX_SEARCH_LENGTH } from '../../../shared/limits';
import { useDebouncedText } from '../hooks/useDebouncedText';
import { useTranslate } from '../i18n/useTranslate';
import { SHORTCUTS } from '../keyboard/shortcuts';
import { useShortcut } from '../keyboard/useShortcut';

import type { UpdateAddress } from './useListAddress';

interface ListSearchProps {
  label: string;
  /** The label, if there is none of its own. */
  placeholder?: string;
  /** What the list is searched for. */
  value: string | undefined;
  update: UpdateAddress<{ _q?: string }>;
}

/** Searches a list while one types; `/` leads there, Esc empties it. */
export const ListSearch = (props: ListSearchProps) => {
  const { label, placeholder = label, value = '', update } = props;
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);

  // Replaces the history entry: Back should not replay the typing.
  const search = useCallback(
    (text: string) => {
      update({ _q: text }, { replace: true });
    },
    [update]
  );
  const [text, setText] = useDebouncedText(value, search);
  const focus = useCallback(() => field.current?.focus(), []);
  useShortcut(SHORTCUTS.search, focus);

  const clear = () => {
    setText('');
  };

  return (
    <Box flex="1 1 24rem" maxWidth="52rem">
      <SearchForm
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Searchbar
          ref={field}
          name="list-search"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') clear();
          }}
          onClear={clear}
          clearLabel={t('search.clear')}
          placeholder={placeholder}
          maxLength={MAX_SEARCH_LENGTH}
          autoComplete="off"
          aria-keyshortcuts="/"
        >
          {label}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
