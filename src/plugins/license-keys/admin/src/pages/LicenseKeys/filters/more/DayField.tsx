import { useCallback } from 'react';

import { darkTheme, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useDebouncedText } from '../../../../hooks/useDebouncedText';
import { isDay } from '../../../../utils/days';

import { FilterField } from './FilterField';

interface DayFieldProps {
  label: string;
  error?: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** The calendar is the browser's, which cannot know of the panel's dark mode. */
const DateInput = styled(TextInput)`
  color-scheme: ${({ theme }) =>
    theme.colors.neutral0 === darkTheme.colors.neutral0 ? 'dark' : 'light'};
`;

/**
 * The browser's own date field: it speaks the administrator's language, works by keyboard, and its
 * value is a day, not an instant of some time zone.
 */
export const DayField = ({ label, error, value, onChange }: DayFieldProps) => {
  // A year that is being typed reads 0002 first.
  const change = useCallback(
    (text: string) => {
      if (text === '' || isDay(text)) onChange(text || undefined);
    },
    [onChange]
  );
  const [text, setText] = useDebouncedText(value ?? '', change);

  return (
    <FilterField label={label} error={error}>
      <DateInput
        type="date"
        size="S"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </FilterField>
  );
};
