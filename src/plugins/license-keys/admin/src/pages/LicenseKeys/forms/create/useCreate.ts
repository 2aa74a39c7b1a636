import { useState } from 'react';

import type { CreateLicenseBody, LicenseDetail } from '../../../../../../shared/license';
import { useSubmit } from '../../../../hooks/useSubmit';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useCreateLicenseKeyMutation, type Generator } from '../../../../services/forms';
import { FIELD_NAMES, fieldsOf } from '../licenseFields';
import { useFieldErrors, useLicenseFields, type ChangeField } from '../useLicenseFields';

import type { Origin } from './origin';
import { useOwnKey } from './useOwnKey';

const ORIGIN_NAMES = ['product', 'generator'] as const satisfies readonly (keyof Origin)[];

const NO_DEFAULTS = { activationLimit: 1, features: {}, metadata: {} };

interface CreateArgs {
  environment: string;
  product: string | undefined;
  generator: Generator | undefined;
  onCreated: (license: LicenseDetail) => void;
}

/** A new license, from the first key to the server's answer; only what the generator would not do is sent. */
export const useCreate = ({ environment, product, generator, onCreated }: CreateArgs) => {
  const t = useTranslate();
  const [create] = useCreateLicenseKeyMutation();
  const fields = useLicenseFields(fieldsOf(generator ?? NO_DEFAULTS));
  const key = useOwnKey();
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, answer, refusal, forget } = useSubmit<LicenseDetail>({
    fields: [...FIELD_NAMES, ...ORIGIN_NAMES, ...(key.value === undefined ? [] : ['key'])],
    onAnswer: onCreated,
  });

  const isTried = attempts > 0;
  const fieldErrorOf = useFieldErrors(fields, refusal, isTried);

  const change: ChangeField = (name, value) => {
    forget(name);
    fields.change(name, value);
  };

  const send = () => {
    setAttempts(attempts + 1);
    if (!product || !generator || key.problem || fields.problems.length > 0) return;
    const body: CreateLicenseBody = {
      environment,
      product,
      generator: generator.documentId,
      ...(key.value !== undefined && { key: key.value }),
      ...fields.body,
    };
    void submit(() => create(body));
  };

  /** Of those that must be chosen. */
  const originErrorOf = (field: keyof Origin) => {
    const isMissing = field === 'product' ? !product : !generator;
    return isTried && isMissing ? t('form.required') : refusal.byField[field];
  };

  const keyError = key.problem && isTried ? t(key.problem) : refusal.byField.key;

  return {
    fields,
    key,
    keyError,
    fieldErrorOf,
    originErrorOf,
    change,
    forget,
    send,
    attempts,
    isSending,
    isDirty: !answer && (fields.changed.length > 0 || Boolean(key.value)),
    refusal,
  };
};
