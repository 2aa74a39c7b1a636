import { useState } from 'react';

import { Box, Checkbox, Field, Flex, NumberInput } from '@strapi/design-system';

import { UNLIMITED } from '../../../shared/limits';
import { useTranslate } from '../i18n/useTranslate';

interface LimitFieldProps {
  value: number | undefined;
  /** The value before it was changed. */
  base: number | undefined;
  error: string | undefined;
  hint?: string | undefined;
  onChange: (limit: number | undefined) => void;
}

export const LimitField = ({ value, base, error, hint, onChange }: LimitFieldProps) => {
  const t = useTranslate();
  const isUnlimited = value === UNLIMITED;
  // Another limit than the base, to go back to when the check mark is taken away.
  const [own, setOwn] = useState<number>();

  const toggle = (isChecked: boolean) => {
    if (isChecked) setOwn(value === base ? undefined : value);
    onChange(isChecked ? UNLIMITED : (own ?? (base === UNLIMITED ? 1 : base)));
  };

  return (
    <Field.Root name="activationLimit" error={error} hint={hint}>
      <Field.Label>{t('form.limit')}</Field.Label>
      <Flex gap={4} wrap="wrap">
        <Box flex="1 1 16rem">
          <NumberInput
            // The input does not let go of its text by itself.
            key={String(isUnlimited)}
            value={isUnlimited ? undefined : value}
            disabled={isUnlimited}
            onValueChange={onChange}
          />
        </Box>
        <Checkbox
          checked={isUnlimited}
          onCheckedChange={(isChecked) => {
            toggle(isChecked === true);
          }}
        >
          {t('form.limit.unlimited')}
        </Checkbox>
      </Flex>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
