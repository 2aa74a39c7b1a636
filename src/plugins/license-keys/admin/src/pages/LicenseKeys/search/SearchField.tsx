import { useCallback, useRef, useState } from 'react';

import { Box, Searchbar, SearchForm } from '@strapi/design-system';

import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import { FloatingBox, FloatingListBox } from '../../../components/ListBox';
import { useCombobox } from '../../../hooks/useCombobox';
import { useDebouncedText } from '../../../hooks/useDebouncedText';
import { useTranslate } from '../../../i18n/useTranslate';
import { SHORTCUTS } from '../../../keyboard/shortcuts';
import { useShortcut } from '../../../keyboard/useShortcut';
import { filterBy } from '../../../suggestions/suggestion';
import { SuggestionCount } from '../../../suggestions/SuggestionCount';
import { SuggestionError } from '../../../suggestions/SuggestionError';
import { SuggestionGroups } from '../../../suggestions/SuggestionGroups';
import { useSuggestions } from '../../../suggestions/useSuggestions';
import type { ListQuery } from '../hooks/useListQuery';

/** Searches the list while one types, and suggests what to filter it by. */
export const SearchField = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const [isAsking, setAsking] = useState(false);

  // Replaces the history entry: Back should not replay the typing.
  const search = useCallback(
    (text: string) => {
      update({ _q: text }, { replace: true });
    },
    [update]
  );
  const [text, setText] = useDebouncedText(query._q ?? '', search);

  const { suggestions, error } = useSuggestions(query.environment, isAsking ? text : '');
  // Typed away, the text that it is about is gone.
  const failure = isAsking && text.trim() !== '' && suggestions.length === 0 ? error : undefined;
  const combobox = useCombobox({
    options: suggestions,
    isOpen: isAsking,
    onOpenChange: setAsking,
    onPick: (suggestion) => {
      const filter = filterBy(suggestion);
      setText(filter._q ?? '');
      update(filter);
    },
    onEscape: () => {
      if (failure) setAsking(false);
      else setText('');
    },
  });

  const focus = useCallback(() => field.current?.focus(), []);
  useShortcut(SHORTCUTS.search, focus);

  return (
    <Box position="relative" flex="1 1 28rem" maxWidth="52rem">
      <SearchForm
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(false);
        }}
      >
        <Searchbar
          {...combobox.fieldProps}
          ref={field}
          name="license-search"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAsking(true);
          }}
          onClear={() => {
            setText('');
          }}
          clearLabel={t('search.clear')}
          placeholder={t('search.placeholder')}
          maxLength={MAX_SEARCH_LENGTH}
          aria-keyshortcuts="/"
        >
          {t('search.label')}
        </Searchbar>
      </SearchForm>
      {combobox.isShown && (
        <FloatingListBox {...combobox.listProps} aria-label={t('suggestion.list')}>
          <SuggestionGroups suggestions={suggestions} optionProps={combobox.optionProps} />
        </FloatingListBox>
      )}
      {failure && (
        <FloatingBox>
          <SuggestionError error={failure} />
        </FloatingBox>
      )}
      <SuggestionCount count={combobox.isShown ? suggestions.length : undefined} />
    </Box>
  );
};
