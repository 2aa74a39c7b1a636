import type {
  Activation,
  License,
  Product,
} from '../../plugins/license-keys/server/src/domain/types';
import type { LicensePlan } from '../story/types';

/** A license in the course of the replay. */
export interface Life {
  plan: LicensePlan;
  license: License;
  product: Product;
  /** Its activations, also those that ended, by the device's place in the plan. */
  devices: Map<number, Activation>;
}

export const existing = <T>(thing: T | undefined, name: string): T => {
  if (thing === undefined) {
    throw new Error(`The story of the demo speaks of ${name} that it does not have.`);
  }
  return thing;
};
