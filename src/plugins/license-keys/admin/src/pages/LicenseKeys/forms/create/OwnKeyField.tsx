import { Checkbox, Flex } from '@strapi/design-system';

import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { TextField } from '../../../../forms/TextField';

interface OwnKeyFieldProps {
  /** Undefined while the generator is to make the key. */
  value: string | undefined;
  error: string | undefined;
  onChange: (key: string | undefined) => void;
}

export const OwnKeyField = ({ value, error, onChange }: OwnKeyFieldProps) => {
  const t = useTranslate();
  if (!useAllowedVerbs().has('create-with-key')) return null;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={value !== undefined}
        onCheckedChange={(isChecked) => {
          onChange(isChecked === true ? '' : undefined);
        }}
      >
        {t('create.key.own')}
      </Checkbox>
      {value !== undefined && (
        <TextField
          name="key"
          label={t('column.key')}
          hint={t('create.key.hint')}
          value={value}
          isRequired
          hasFocus
          error={error}
          onChange={onChange}
        />
      )}
    </Flex>
  );
};
