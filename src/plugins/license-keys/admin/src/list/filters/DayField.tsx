import { useMemo } from 'react';

import { DatePicker } from '@strapi/design-system';

import { useTranslate } from '../../i18n/useTranslate';
import { lastDay } from '../../pages/LicenseKeys/forms/fields/expiryDay';
import { pickedDay } from '../../utils/days';
import { keepOnEscape } from '../../forms/keepOnEscape';

import { FilterField } from './FilterField';

interface DayFieldProps {
  label: string;
  error?: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

export const DayField = ({ label, error, value, onChange }: DayFieldProps) => {
  const t = useTranslate();
  const last = useMemo(() => lastDay(), []);
  const date = useMemo(() => (value ? new Date(value) : undefined), [value]);

  const change = (picked: Date | undefined) => {
    const day = picked && pickedDay(picked);
    // The picker also answers when it is merely left.
    if (day !== value) onChange(day);
  };

  return (
    <FilterField label={label} error={error}>
      <DatePicker
        size="S"
        value={date}
        maxDate={last}
        calendarLabel={label}
        monthSelectLabel={t('form.expiry.month')}
        yearSelectLabel={t('form.expiry.year')}
        clearLabel={t('filter.range.clear')}
        onKeyDown={keepOnEscape}
        onChange={change}
        onClear={() => {
          change(undefined);
        }}
      />
    </FilterField>
  );
};
