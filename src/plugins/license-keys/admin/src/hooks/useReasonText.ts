import { useCallback } from 'react';

import { fieldsOf, IMPORT_KINDS } from '../../../shared/imports';
import { MAX_ACTIVATION_LIMIT, MAX_KEY_LENGTH, MAX_NAME_LENGTH } from '../../../shared/limits';
import { REASON_CODES } from '../../../shared/reasons';
import { useTranslate } from '../i18n/useTranslate';

const LIMITS = {
  maxLimit: MAX_ACTIVATION_LIMIT,
  maxKey: MAX_KEY_LENGTH,
  maxName: MAX_NAME_LENGTH,
};

interface Reason {
  code: string | null;
  message: string | null;
  field?: string | null;
}

const COLUMNS = IMPORT_KINDS.flatMap(fieldsOf);

/** In the administrator's language where the page knows the reason, else in the server's sentence. */
export const useReasonText = () => {
  const t = useTranslate();

  return useCallback(
    ({ code, message, field }: Reason): string => {
      const known = REASON_CODES.find((reason) => reason === code);
      if (!known) return message ?? code ?? '—';
      const column = COLUMNS.find((name) => name === field);
      const name = column ? t(`import.field.${column}`) : field;
      return t(`reason.${known}`, { ...LIMITS, field, name });
    },
    [t]
  );
};
