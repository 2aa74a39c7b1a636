import { useDebounce } from '@strapi/strapi/admin';

import type { FormatPreview } from '../../../../../shared/generators';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { usePreviewLicenseKeyFormatQuery } from '../../../services/generators';
import { partOf } from '../../../utils/refusal';

import {
  formatOf,
  formatProblems,
  hasProblem,
  mainPart,
  type FieldName,
  type GeneratorFields,
} from './generatorFields';

const DELAY = 300;

export interface FormatPreviewState {
  /** The last one, until the next is there. */
  answer: FormatPreview['data'] | undefined;
  /** The answer is about what stands in the form. */
  isCurrent: boolean;
  /** Why there are no such keys, in the server's words, and at which field to say so. */
  refusal: { field: FieldName; text: string } | undefined;
}

const PARTS: readonly FieldName[] = ['prefix', 'suffix', 'separator', 'charset', 'pattern'];

/** What keys of the format look like, while it is being typed. */
export const useFormatPreview = (
  environment: string,
  values: GeneratorFields
): FormatPreviewState => {
  const errorMessage = useErrorMessage();
  const settled = useDebounce(values, DELAY);
  const isIncomplete = hasProblem(formatProblems(values));
  const { data, currentData, error, isFetching } = usePreviewLicenseKeyFormatQuery(
    { environment, type: settled.type, format: formatOf(settled) },
    { skip: hasProblem(formatProblems(settled)) }
  );

  const isAnswered = settled === values && !isFetching;
  const part = PARTS.find((name) => name === partOf(error));
  return {
    answer: isIncomplete || error ? undefined : data,
    isCurrent: isAnswered && currentData !== undefined,
    refusal:
      error && !isIncomplete && settled.type === values.type
        ? { field: part ?? mainPart(settled), text: errorMessage(error) }
        : undefined,
  };
};
