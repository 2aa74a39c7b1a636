import { useState } from 'react';

import { MAX_ACTIVATION_LIMIT } from '../../../../../shared/limits';
import { useTranslate } from '../../../i18n/useTranslate';
import type { Refusal } from '../../../utils/refusal';

import {
  bodyOf,
  changedFields,
  fieldProblem,
  type FieldName,
  type LicenseFields,
} from './licenseFields';

export type ChangeField = <Name extends FieldName>(name: Name, value: LicenseFields[Name]) => void;

/** What was typed over `base`; only that is checked and sent. */
export const useLicenseFields = (base: LicenseFields) => {
  const [typed, setTyped] = useState<Partial<LicenseFields>>({});
  const values = { ...base, ...typed };
  const changed = changedFields(base, values);
  const problems = changed.flatMap((name) => {
    const problem = fieldProblem(name, values);
    return problem ? [{ name, problem }] : [];
  });

  const change: ChangeField = (name, value) => {
    setTyped((current) => ({ ...current, [name]: value }));
  };

  return { base, values, changed, problems, change, body: bodyOf(values, changed) };
};

export type LicenseFieldsState = ReturnType<typeof useLicenseFields>;

/** The sentence under each field: what is wrong with it here, or else what the server found. */
export const useFieldErrors = (
  { problems }: Pick<LicenseFieldsState, 'problems'>,
  { byField }: Refusal,
  isTried: boolean
) => {
  const t = useTranslate();

  return (field: FieldName): string | undefined => {
    const problem = problems.find(({ name }) => name === field)?.problem;
    // Nobody is told that a field is missing before there was a chance to fill it in.
    const isSaid = problem && (isTried || problem !== 'form.required');
    return isSaid ? t(problem, { max: MAX_ACTIVATION_LIMIT }) : byField[field];
  };
};
