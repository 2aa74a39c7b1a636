import { RadioField } from '../../../components/RadioField';
import { FormRow } from '../../../forms/FormRow';
import { NumberField } from '../../../forms/NumberField';
import { OptionField } from '../../../forms/OptionField';
import { TextField } from '../../../forms/TextField';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyFunctionsQuery } from '../../../services/generators';

import type { GeneratorFieldsState } from './useGeneratorFields';

interface FormatFieldsProps {
  fields: GeneratorFieldsState;
}

const SOURCES = ['pattern', 'function'] as const;

/** In braces a message of react-intl would look for values of its own. */
const TOKENS = { letters: '{XXXX}', digits: '{####}', year: '{YYYY}', month: '{MM}' };

const TextPart = ({
  name,
  fields,
  hint,
}: FormatFieldsProps & {
  name: 'prefix' | 'suffix' | 'separator' | 'charset' | 'pattern';
  hint?: string;
}) => {
  const t = useTranslate();

  return (
    <TextField
      name={name}
      label={t(`format.${name}`)}
      value={fields.values[name]}
      error={fields.errorOf(name)}
      hint={hint}
      onChange={(text) => {
        fields.change(name, text);
      }}
    />
  );
};

const CountPart = ({ name, fields }: FormatFieldsProps & { name: 'length' | 'segmentLength' }) => {
  const t = useTranslate();

  return (
    <NumberField
      name={name}
      label={t(`format.${name}`)}
      value={fields.values[name]}
      error={fields.errorOf(name)}
      onChange={(count) => {
        fields.change(name, count);
      }}
    />
  );
};

const Charset = ({ fields }: FormatFieldsProps) => {
  const t = useTranslate();
  return <TextPart name="charset" fields={fields} hint={t('format.charset.hint')} />;
};

const Affixes = ({ fields }: FormatFieldsProps) => (
  <FormRow>
    <TextPart name="prefix" fields={fields} />
    <TextPart name="suffix" fields={fields} />
  </FormRow>
);

const ChunkFields = ({ fields }: FormatFieldsProps) => (
  <>
    <FormRow>
      <CountPart name="length" fields={fields} />
      <CountPart name="segmentLength" fields={fields} />
      <TextPart name="separator" fields={fields} />
    </FormRow>
    <Affixes fields={fields} />
    <Charset fields={fields} />
  </>
);

const FunctionField = ({ fields }: FormatFieldsProps) => {
  const t = useTranslate();
  const { data: functions, error } = useGetLicenseKeyFunctionsQuery(undefined);

  return (
    <OptionField
      name="function"
      label={t('format.function')}
      placeholder={t('format.function.choose')}
      noneLabel={t('format.function.none')}
      options={functions?.map(({ name }) => ({ documentId: name, name }))}
      failure={error}
      value={fields.values.function}
      error={fields.errorOf('function')}
      onChange={(name) => {
        fields.change('function', name);
      }}
    />
  );
};

const CustomFields = ({ fields }: FormatFieldsProps) => {
  const t = useTranslate();
  const { source } = fields.values;

  return (
    <>
      <RadioField
        label={t('format.source')}
        options={SOURCES}
        isRow
        value={source}
        onChange={(next) => {
          fields.change('source', next);
        }}
      >
        {(option) => t(`format.source.${option}`)}
      </RadioField>
      {source === 'function' ? (
        <FunctionField fields={fields} />
      ) : (
        <>
          <TextPart name="pattern" fields={fields} hint={t('format.pattern.hint', TOKENS)} />
          <Charset fields={fields} />
        </>
      )}
    </>
  );
};

/** Those that apply to the type. */
export const FormatFields = ({ fields }: FormatFieldsProps) => {
  switch (fields.values.type) {
    case 'uuid':
      return <Affixes fields={fields} />;
    case 'chunk':
      return <ChunkFields fields={fields} />;
    case 'custom':
      return <CustomFields fields={fields} />;
  }
};
