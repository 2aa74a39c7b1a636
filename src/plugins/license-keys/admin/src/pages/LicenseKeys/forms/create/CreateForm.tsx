import type { LicenseDetail } from '../../../../../../shared/license';
import { Pill } from '../../../../components/Pill';
import { useTranslate } from '../../../../i18n/useTranslate';
import { environmentTone } from '../../../../utils/environmentTone';
import { FormBody } from '../../../../forms/FormBody';
import { UnsavedChanges } from '../../../../forms/UnsavedChanges';

import { NewLicenseFields } from './NewLicenseFields';
import type { Origin } from './origin';
import { OriginFields } from './OriginFields';
import { useCreate } from './useCreate';
import { useOrigin } from './useOrigin';

interface CreateFormProps {
  environment: string;
  origin: Origin;
  onOrigin: (origin: Origin) => void;
  onCreated: (license: LicenseDetail) => void;
}

export const CreateForm = ({ environment, origin, onOrigin, onCreated }: CreateFormProps) => {
  const t = useTranslate();
  const state = useOrigin(environment, origin);
  const { generator } = state;
  const creation = useCreate({ environment, product: origin.product, generator, onCreated });

  return (
    <FormBody
      submitLabel={t('create.send')}
      isSending={creation.isSending}
      refusal={creation.refusal}
      attempts={creation.attempts}
      onSubmit={creation.send}
    >
      <UnsavedChanges isDirty={creation.isDirty} />
      <div>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </div>
      <OriginFields
        environment={environment}
        origin={origin}
        state={state}
        errorOf={creation.originErrorOf}
        onChange={(next) => {
          creation.forget('product');
          creation.forget('generator');
          onOrigin(next);
        }}
      />
      {generator && (
        <NewLicenseFields environment={environment} generator={generator} creation={creation} />
      )}
    </FormBody>
  );
};
