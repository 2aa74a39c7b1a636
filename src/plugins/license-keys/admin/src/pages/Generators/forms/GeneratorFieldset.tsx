import { GOOD_ENTROPY_BITS } from '../../../../../shared/key-format';
import { Notice } from '../../../components/Notice';
import { JsonField } from '../../../forms/JsonField';
import { LimitField } from '../../../forms/LimitField';
import { useTranslate } from '../../../i18n/useTranslate';

import { FormatFields } from './FormatFields';
import { FormatPreview } from './FormatPreview';
import type { GeneratorFieldsState } from './useGeneratorFields';
import { ValidityField } from './ValidityField';

/** What can be said of a new generator and changed later. */
export const GeneratorFieldset = ({ fields }: { fields: GeneratorFieldsState }) => {
  const t = useTranslate();
  const { base, values, preview, errorOf, change } = fields;

  return (
    <>
      <FormatPreview preview={preview} />
      <FormatFields fields={fields} />
      {preview.answer && preview.answer.bits < GOOD_ENTROPY_BITS && (
        <Notice tone="warning" role="status">
          {t('format.weak', { good: GOOD_ENTROPY_BITS })}
        </Notice>
      )}
      <LimitField
        value={values.activationLimit}
        base={base.activationLimit}
        error={errorOf('activationLimit')}
        onChange={(limit) => {
          change('activationLimit', limit);
        }}
      />
      <ValidityField
        value={values.validity}
        error={errorOf('validity')}
        onChange={(validity) => {
          change('validity', validity);
        }}
      />
      {(['features', 'metadata'] as const).map((name) => (
        <JsonField
          key={name}
          name={name}
          label={t(`form.${name}`)}
          value={values[name]}
          error={errorOf(name)}
          onChange={(text) => {
            change(name, text);
          }}
        />
      ))}
    </>
  );
};
