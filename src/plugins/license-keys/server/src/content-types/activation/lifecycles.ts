import { closed } from '../closed';
import type { Hooks } from '../lifecycle';

/** The limit is exact because the license is locked while slots are counted; a hook cannot hold that lock. */
export const activationLifecycles = (): Hooks =>
  closed(
    'USE_CASE_ONLY',
    'Activations are written by activating and deactivating devices only: nothing else can keep the limit exact.'
  );
