import { isKey } from '../domain/fields';
import type { KeySource } from '../domain/key-source';
import { ruleBroken } from '../errors';
import { faultOf } from '../store/faults';

const failed = (why: string) =>
  ruleBroken('KEY_FUNCTION_FAILED', `The key function ${why}.`, { field: 'format' });

/** A new key. A configured function is the installation's own code: what it throws or gives is not taken on trust. */
export const drawKey = (source: KeySource, now: Date): string => {
  let key: unknown;
  try {
    key = source.draw(now);
  } catch (error) {
    throw failed(`failed (${faultOf(error)})`);
  }
  if (!isKey(key)) {
    throw failed('gave something that is not a license key');
  }
  return key;
};

/** Rounds in a row that find only keys that exist, one and three more: then the format has no more to give. */
const PATIENCE = 4;

/** Counts the rounds that made nothing; throws when there were too many in a row. */
export const newPatience = () => {
  let left = PATIENCE;
  return (made: number): void => {
    left = made > 0 ? PATIENCE : left - 1;
    if (left === 0) {
      throw ruleBroken(
        'KEYS_EXHAUSTED',
        'The format makes hardly any keys that do not exist already.'
      );
    }
  };
};
