import { useState } from 'react';

import type { GeneratorDetail } from '../../../../../shared/generators';
import { Notice } from '../../../components/Notice';
import { FormBody } from '../../../forms/FormBody';
import { LockedField } from '../../../forms/LockedField';
import { FormRow } from '../../../forms/FormRow';
import { ReloadButton } from '../../../forms/ReloadButton';
import { UnsavedChanges } from '../../../forms/UnsavedChanges';
import type { Reload } from '../../../forms/useReload';
import { useTranslate } from '../../../i18n/useTranslate';
import { useUpdateLicenseKeyGeneratorMutation } from '../../../services/generators';
import { codeOf } from '../../../utils/refusal';

import { changesIn, fieldsOf } from './generatorFields';
import { GeneratorFieldset } from './GeneratorFieldset';
import { NameField } from './NameField';
import { useSave } from './useSave';

interface EditFormProps {
  generator: GeneratorDetail;
  /** Against a conflict. */
  reload: Reload;
  onClose: () => void;
}

export const EditForm = ({ generator, reload, onClose }: EditFormProps) => {
  const t = useTranslate();
  const { documentId, version, environment } = generator;
  const [base] = useState(() => fieldsOf(generator));
  const [update] = useUpdateLicenseKeyGeneratorMutation();
  const { fields, save, attempts, isSending, refusal, isDirty } = useSave({
    environment,
    base,
    done: 'generators.edit.done',
    send: (values) => update({ documentId, version, ...changesIn(base, values) }),
    onSaved: onClose,
  });
  const isConflict = codeOf(refusal.error) === 'EDIT_CONFLICT';
  const locked = {
    product: generator.product.name,
    type: t(`generators.type.${generator.type}`),
    environment,
  };

  return (
    <FormBody
      submitLabel={t('edit.save')}
      isSending={isSending}
      isDisabled={!isDirty}
      refusal={refusal}
      remedy={isConflict && <ReloadButton reload={reload} />}
      attempts={attempts}
      onSubmit={save}
    >
      <UnsavedChanges isDirty={isDirty} />
      <Notice tone="primary">{t('generators.edit.effect')}</Notice>
      <NameField fields={fields} />
      <FormRow>
        {(['product', 'type', 'environment'] as const).map((name) => (
          <LockedField
            key={name}
            label={t(`generators.locked.${name}`)}
            value={locked[name]}
            reason={t(`generators.locked.${name}.reason`)}
          />
        ))}
      </FormRow>
      <GeneratorFieldset fields={fields} />
    </FormBody>
  );
};
