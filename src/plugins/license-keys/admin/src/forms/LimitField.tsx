import { useState } from 'react';

import { Box, Checkbox, Field, Flex, NumberInput } from '@strapi/design-system';

import { UNLIMITED } from '../../../shared/limits';
import { useTranslate } from '../i18n/useTranslate';

interface LimitFieldProps {
  value: number | undefined;
  error: string | undefined;
  hint?: string | undefined;
  onChange: (limit: number | undefined) => void;
}

export const LimitField = ({ value, error, hint, onChange }: LimitFieldProps) => {
  const t = useTranslate();
  const isUnlimited = value === UNLIMITED;
  // What the field goes back to when the check mark is taken away.
  const [limit, setLimit] = useState(isUnlimited ? 1 : value);

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
            onValueChange={(next) => {
              setLimit(next);
              onChange(next);
            }}
          />
        </Box>
        <Checkbox
          checked={isUnlimited}
          onCheckedChange={(isChecked) => {
            onChange(isChecked === true ? UNLIMITED : limit);
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
