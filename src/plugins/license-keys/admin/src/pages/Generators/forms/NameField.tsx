import { TextField } from '../../../forms/TextField';
import { useTranslate } from '../../../i18n/useTranslate';

import type { GeneratorFieldsState } from './useGeneratorFields';

export const NameField = ({ fields }: { fields: GeneratorFieldsState }) => {
  const t = useTranslate();

  return (
    <TextField
      name="name"
      label={t('generators.column.name')}
      value={fields.values.name}
      isRequired
      hasFocus
      error={fields.errorOf('name')}
      onChange={(name) => {
        fields.change('name', name);
      }}
    />
  );
};
