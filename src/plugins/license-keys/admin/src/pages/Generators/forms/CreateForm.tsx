import { useState } from 'react';

import { KEY_TYPES } from '../../../../../shared/key-format';
import { Pill } from '../../../components/Pill';
import { RadioField } from '../../../components/RadioField';
import { FormBody } from '../../../forms/FormBody';
import { OptionField } from '../../../forms/OptionField';
import { UnsavedChanges } from '../../../forms/UnsavedChanges';
import { useTranslate } from '../../../i18n/useTranslate';
import { useCreateLicenseKeyGeneratorMutation } from '../../../services/generators';
import { useGetLicenseKeyProductsQuery } from '../../../services/licenses';
import { environmentTone } from '../../../utils/environmentTone';

import { bodyOf, newFields } from './generatorFields';
import { GeneratorFieldset } from './GeneratorFieldset';
import { NameField } from './NameField';
import { useSave } from './useSave';

interface CreateFormProps {
  environment: string;
  product: string | undefined;
  onCreated: () => void;
}

export const CreateForm = ({ environment, product, onCreated }: CreateFormProps) => {
  const t = useTranslate();
  const [base] = useState(() => newFields(product));
  const [create] = useCreateLicenseKeyGeneratorMutation();
  const { currentData: products, error } = useGetLicenseKeyProductsQuery(environment, {
    refetchOnMountOrArgChange: true,
  });
  const { fields, save, attempts, isSending, refusal, isDirty } = useSave({
    environment,
    base,
    done: 'generators.create.done',
    send: (values) => {
      const { product: chosen = '', type } = values;
      return create({ environment, product: chosen, type, ...bodyOf(values) });
    },
    onSaved: onCreated,
  });
  const { values, errorOf, change } = fields;

  return (
    <FormBody
      submitLabel={t('create.send')}
      isSending={isSending}
      refusal={refusal}
      attempts={attempts}
      onSubmit={save}
    >
      <UnsavedChanges isDirty={isDirty} />
      <div>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </div>
      <NameField fields={fields} />
      <OptionField
        name="product"
        label={t('create.product')}
        placeholder={t('create.product.choose')}
        noneLabel={t('generators.product.none')}
        options={products?.map(({ documentId, name, active }) => ({
          documentId,
          name: active ? name : t('filter.product.inactive', { name }),
        }))}
        failure={error}
        value={values.product}
        error={errorOf('product')}
        onChange={(documentId) => {
          change('product', documentId);
        }}
      />
      <RadioField
        label={t('generators.column.type')}
        options={KEY_TYPES}
        value={values.type}
        onChange={(type) => {
          change('type', type);
        }}
      >
        {(type) => t(`generators.type.${type}.what`)}
      </RadioField>
      <GeneratorFieldset fields={fields} />
    </FormBody>
  );
};
