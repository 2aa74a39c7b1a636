import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

const VALUES: Record<string, boolean | undefined> = { true: true, 1: true, false: false, 0: false };

/**
 * A variable that is on or off; an empty one is as good as none. Strapi's own `env.bool` takes all but "true" for
 * off, which is no way to read what protects something: anything else is an error here.
 */
export const envSwitch = (env: Env, name: string, byDefault: boolean): boolean => {
  const text = env(name, '');
  const value = text === '' ? byDefault : VALUES[text.toLowerCase()];
  if (value === undefined) {
    throw new Error(`${name} is "${text}"; it can be "true" or "false".`);
  }
  return value;
};
