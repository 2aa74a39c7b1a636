import { randomBytes } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64');

/** Made anew for each test file: two servers that a test starts share them. */
export const secrets: Readonly<Record<string, string>> = {
  APP_KEYS: [secret(), secret()].join(','),
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
};

/** Sets variables of this process and returns what puts them back. */
export const applyEnv = (variables: Readonly<Record<string, string>>): (() => void) => {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
};
