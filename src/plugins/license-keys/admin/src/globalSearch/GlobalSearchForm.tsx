import { useState, type RefObject } from 'react';

import { Box, Searchbar, SearchForm } from '@strapi/design-system';

import { MAX_SEARCH_LENGTH } from '../../../shared/limits';
import { ListBox } from '../components/ListBox';
import { useCombobox } from '../hooks/useCombobox';
import { useTranslate } from '../i18n/useTranslate';
import type { Suggestion } from '../suggestions/suggestion';
import { SuggestionCount } from '../suggestions/SuggestionCount';
import { SuggestionGroups } from '../suggestions/SuggestionGroups';
import { useSuggestions } from '../suggestions/useSuggestions';

import { GlobalSearchNote } from './GlobalSearchNote';
import { usePages } from './usePages';

interface GlobalSearchFormProps {
  environment: string;
  field: RefObject<HTMLInputElement>;
  onPick: (suggestion: Suggestion) => void;
}

export const GlobalSearchForm = ({ environment, field, onPick }: GlobalSearchFormProps) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const found = useSuggestions(environment, text);
  const { isAnswered, error } = found;
  const suggestions = [...usePages(text), ...found.suggestions];
  const combobox = useCombobox({ options: suggestions, isOpen: true, onPick });

  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = suggestions;
        if (first && isAnswered) onPick(first);
      }}
    >
      <Searchbar
        {...combobox.fieldProps}
        ref={field}
        name="license-keys-global-search"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onClear={() => {
          setText('');
        }}
        clearLabel={t('search.clear')}
        placeholder={t('search.placeholder')}
        maxLength={MAX_SEARCH_LENGTH}
      >
        {t('search.label')}
      </Searchbar>
      <Box paddingTop={2} height="36rem">
        {combobox.isShown ? (
          <ListBox {...combobox.listProps} aria-label={t('suggestion.list')}>
            <SuggestionGroups suggestions={suggestions} optionProps={combobox.optionProps} />
          </ListBox>
        ) : (
          <GlobalSearchNote
            environment={environment}
            text={isAnswered ? text.trim() : ''}
            error={error}
          />
        )}
      </Box>
      <SuggestionCount count={combobox.isShown ? suggestions.length : undefined} />
    </SearchForm>
  );
};
