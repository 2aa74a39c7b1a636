import { useState } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import type { GeneratorDetail } from '../../../../../shared/generators';
import { useSubmit } from '../../../hooks/useSubmit';
import type { TranslationKey } from '../../../i18n/getTranslation';
import { useTranslate } from '../../../i18n/useTranslate';

import type { GeneratorFields } from './generatorFields';
import { useGeneratorFields } from './useGeneratorFields';

const FIELDS = ['name', 'product', 'format', 'activationLimit', 'validity', 'features', 'metadata'];

type Send = Parameters<ReturnType<typeof useSubmit<GeneratorDetail>>['submit']>[0];

interface SaveArgs {
  environment: string;
  base: GeneratorFields;
  /** What is said once the server has taken it. */
  done: TranslationKey;
  send: (values: GeneratorFields) => ReturnType<Send>;
  onSaved: () => void;
}

/** A generator's form, from the first key to the server's answer. */
export const useSave = ({ environment, base, done, send, onSaved }: SaveArgs) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, answer, refusal, forget } = useSubmit<GeneratorDetail>({
    fields: FIELDS,
    onAnswer: ({ name }) => {
      toggleNotification({ type: 'success', message: t(done, { name }) });
      onSaved();
    },
  });
  const fields = useGeneratorFields({
    environment,
    base,
    refusal,
    forget,
    isTried: attempts > 0,
  });

  const save = () => {
    setAttempts(attempts + 1);
    if (fields.isComplete) void submit(() => send(fields.values));
  };

  return { fields, save, attempts, isSending, refusal, isDirty: fields.isDirty && !answer };
};
