import { useId } from 'react';

import { Box, Typography } from '@strapi/design-system';

import { OptionRow } from '../components/ListBox';
import type { Combobox } from '../hooks/useCombobox';
import { useTranslate } from '../i18n/useTranslate';

import { SUGGESTION_KINDS, type Suggestion } from './suggestion';
import { SuggestionText } from './SuggestionText';

interface SuggestionGroupsProps {
  suggestions: Suggestion[];
  optionProps: Combobox['optionProps'];
}

/** The content of a list box: licenses, customers and products, each under its heading. */
export const SuggestionGroups = ({ suggestions, optionProps }: SuggestionGroupsProps) => {
  const t = useTranslate();
  const id = useId();
  const kinds = SUGGESTION_KINDS.filter((kind) => suggestions.some((one) => one.kind === kind));

  return kinds.map((kind) => (
    <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
      <Box padding={2} paddingLeft={3}>
        <Typography variant="sigma" textColor="neutral600" id={`${id}-${kind}`}>
          {t(`suggestion.${kind}`)}
        </Typography>
      </Box>
      {suggestions.map(
        (suggestion, index) =>
          suggestion.kind === kind && (
            <OptionRow key={suggestion.documentId} {...optionProps(index)}>
              <SuggestionText suggestion={suggestion} />
            </OptionRow>
          )
      )}
    </div>
  ));
};
