import { useState } from 'react';

import { MAX_KEY_LENGTH } from '../../../../../../shared/limits';
import type { TranslationKey } from '../../../../i18n/getTranslation';

const CONTROL_CHARACTERS = /\p{Cc}/u;

const isKey = (text: string): boolean =>
  text.length >= 1 &&
  text.length <= MAX_KEY_LENGTH &&
  text.trim() === text &&
  !CONTROL_CHARACTERS.test(text);

/** A key that the generator does not make; undefined while it is to make one. */
export const useOwnKey = () => {
  const [value, setValue] = useState<string>();
  const problem: TranslationKey | undefined =
    value === undefined || isKey(value) ? undefined : 'create.key.problem';

  return { value, setValue, problem };
};

export type OwnKey = ReturnType<typeof useOwnKey>;
