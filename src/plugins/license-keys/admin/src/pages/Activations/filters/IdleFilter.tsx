import { useCallback, useState } from 'react';

import { Field, TextInput } from '@strapi/design-system';

import { MAX_IDLE_DAYS } from '../../../../../shared/devices';
import { useDebouncedText } from '../../../hooks/useDebouncedText';
import { useTranslate } from '../../../i18n/useTranslate';
import { FilterField } from '../../../list/filters/FilterField';
import { FilterSelect } from '../../../list/filters/FilterSelect';
import { isIdleDays } from '../hooks/deviceParams';
import type { DeviceQuery } from '../hooks/useDeviceQuery';

const CHOICES = ['30', '60', '90'] as const;
const OWN = 'own';

interface OwnDaysProps {
  value: string;
  onChange: (days: string) => void;
}

/** What is not a number of days yet is not sent. */
const OwnDays = ({ value, onChange }: OwnDaysProps) => {
  const t = useTranslate();
  const change = useCallback(
    (days: string) => {
      if (days === '' || isIdleDays(Number(days))) onChange(days);
    },
    [onChange]
  );
  const [text, setText] = useDebouncedText(value, change);
  const isWrong = text.trim() !== '' && !isIdleDays(Number(text));

  return (
    <Field.Root
      name="idle-days"
      width="100%"
      error={isWrong && t('devices.idle.wrong', { max: MAX_IDLE_DAYS })}
    >
      <Field.Label>{t('devices.idle.own.days')}</Field.Label>
      <TextInput
        size="S"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Field.Error />
    </Field.Root>
  );
};

/** Devices that hold a slot, but were not heard of for a while. */
export const IdleFilter = ({ list: { query, update } }: { list: DeviceQuery }) => {
  const t = useTranslate();
  const { idleDays } = query;
  const value = idleDays === undefined ? '' : String(idleDays);
  const choice = CHOICES.find((days) => days === value);
  const [wantsOwn, setWantsOwn] = useState(false);
  const isOwn = wantsOwn || (value !== '' && !choice);

  const change = useCallback(
    (days: string | undefined) => {
      update({ idleDays: days });
    },
    [update]
  );

  return (
    <>
      <FilterField label={t('devices.idle')}>
        <FilterSelect<(typeof CHOICES)[number] | typeof OWN>
          label={t('devices.idle')}
          allLabel={t('filter.any')}
          options={[
            ...CHOICES.map((days) => ({
              value: days,
              label: t('devices.idle.days', { days: Number(days) }),
            })),
            { value: OWN, label: t('devices.idle.own') },
          ]}
          value={isOwn ? OWN : choice}
          onChange={(picked) => {
            setWantsOwn(picked === OWN);
            if (picked !== OWN) change(picked);
          }}
        />
      </FilterField>
      {isOwn && <OwnDays value={value} onChange={change} />}
    </>
  );
};
