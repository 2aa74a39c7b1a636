import { ruleBroken } from '../errors';
import type { Hooks } from './lifecycle';

/** Hooks of a type that nothing writes through Strapi's query engine. */
export const closed = (...reason: Parameters<typeof ruleBroken>): Hooks => {
  const refuse = (): never => {
    throw ruleBroken(...reason);
  };
  return {
    beforeCreate: refuse,
    beforeCreateMany: refuse,
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  };
};
