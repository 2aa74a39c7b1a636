import { useRef } from 'react';

import { Box, Searchbar, SearchForm } from '@strapi/design-system';

import { MAX_SEARCH_LENGTH } from '../../../../../shared/limits';
import { useDebouncedText } from '../../../hooks/useDebouncedText';
import { useSlashFocus } from '../../../hooks/useSlashFocus';
import { useTranslate } from '../../../i18n/useTranslate';

interface SearchFieldProps {
  value: string;
  onSearch: (text: string) => void;
}

export const SearchField = ({ value, onSearch }: SearchFieldProps) => {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useDebouncedText(value, onSearch);
  useSlashFocus(field);

  return (
    <Box flex="1 1 28rem" maxWidth="52rem">
      <SearchForm
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Searchbar
          ref={field}
          name="license-search"
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
          autoComplete="off"
          aria-keyshortcuts="/"
        >
          {t('search.label')}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
