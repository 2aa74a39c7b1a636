import { useMemo } from 'react';

import { DatePicker } from '@strapi/design-system';

import { useTranslate } from '../i18n/useTranslate';

import {
  endOfDay,
  isSameDay,
  lastDay,
  toPickerDate,
} from '../pages/LicenseKeys/forms/fields/expiryDay';
import { keepOnEscape } from './keepOnEscape';

interface DayInputProps {
  /** ISO 8601; empty for none. */
  value: string;
  onChange: (instant: string) => void;
}

/** A day from today on. */
export const DayInput = ({ value, onChange }: DayInputProps) => {
  const t = useTranslate();
  const day = useMemo(() => (value ? toPickerDate(new Date(value)) : undefined), [value]);
  const [first, last] = useMemo(() => [toPickerDate(new Date()), lastDay()], []);

  return (
    <DatePicker
      value={day}
      minDate={first}
      maxDate={last}
      calendarLabel={t('form.expiry.day')}
      monthSelectLabel={t('form.expiry.month')}
      yearSelectLabel={t('form.expiry.year')}
      onKeyDown={keepOnEscape}
      onChange={(picked) => {
        // The picker also answers when it is merely left; the time of the same day then stays.
        if (!picked) onChange('');
        else if (!value || !isSameDay(picked, new Date(value))) onChange(endOfDay(picked));
      }}
    />
  );
};
