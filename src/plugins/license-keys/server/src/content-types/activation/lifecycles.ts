import { ruleBroken } from '../../errors';
import type { Hooks } from '../lifecycle';

const refuse = (): never => {
  throw ruleBroken(
    'USE_CASE_ONLY',
    'Activations are written by activating and deactivating devices only: nothing else can keep the limit exact.'
  );
};

/** The limit is exact because the license is locked while slots are counted; a hook cannot hold that lock. */
export const activationLifecycles = (): Hooks => ({
  beforeCreate: refuse,
  beforeCreateMany: refuse,
  beforeUpdate: refuse,
  beforeUpdateMany: refuse,
  beforeDelete: refuse,
  beforeDeleteMany: refuse,
});
