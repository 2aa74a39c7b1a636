import { useState } from 'react';

import { useTranslate } from '../../../i18n/useTranslate';
import type { Refusal } from '../../../utils/refusal';

import {
  hasProblem,
  isChanged,
  mainPart,
  problemsIn,
  type FieldName,
  type GeneratorFields,
} from './generatorFields';
import { useFormatPreview, type FormatPreviewState } from './useFormatPreview';

export type ChangeField = <Name extends FieldName>(
  name: Name,
  value: GeneratorFields[Name]
) => void;

export interface GeneratorFieldsState {
  base: GeneratorFields;
  values: GeneratorFields;
  preview: FormatPreviewState;
  isComplete: boolean;
  isDirty: boolean;
  change: ChangeField;
  /** The sentence under each field: what is wrong with it here, or else what the server found. */
  errorOf: (field: FieldName) => string | undefined;
}

interface FieldsArgs {
  environment: string;
  base: GeneratorFields;
  refusal: Refusal;
  forget: (field: string) => void;
  /** Whether it was tried to send them. */
  isTried: boolean;
}

/** The fields of a generator while they are being filled in. */
export const useGeneratorFields = (args: FieldsArgs): GeneratorFieldsState => {
  const { environment, base, refusal, forget, isTried } = args;
  const t = useTranslate();
  const [values, setValues] = useState(base);
  const preview = useFormatPreview(environment, values);
  const problems = problemsIn(values);

  const change: ChangeField = (name, value) => {
    forget(name);
    forget('format');
    setValues((current) => ({ ...current, [name]: value }));
  };

  const errorOf = (field: FieldName): string | undefined => {
    const problem = problems[field];
    // Nobody is told that a field is missing before there was a chance to fill it in.
    if (problem && (isTried || problem.text !== 'form.required'))
      return t(problem.text, { max: problem.max });
    if (preview.refusal?.field === field) return preview.refusal.text;
    return refusal.byField[field === mainPart(values) ? 'format' : field];
  };

  return {
    base,
    values,
    preview,
    isComplete: !hasProblem(problems),
    isDirty: isChanged(base, values),
    change,
    errorOf,
  };
};
