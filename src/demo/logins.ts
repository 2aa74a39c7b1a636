import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import type { Core } from '@strapi/strapi';

import { ACCOUNT_NAMES, ACCOUNTS } from './accounts';
import { adminServices } from './load/admin-services';
import { newPasswords } from './passwords';
import type { Passwords } from './passwords';

interface Context {
  strapi: Core.Strapi;
}

/** Next to the database: what deletes the one deletes the other. */
const fileOf = ({ strapi }: Context): string =>
  strapi.config
    .get<string>('database.connection.connection.filename')
    .replace(/(\.\w+)?$/, '.json');

/** Those that the file still has: it may be missing, or somebody may have edited it. */
const readPasswords = (file: string): Partial<Passwords> => {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> | null;
    return Object.fromEntries(
      ACCOUNT_NAMES.map((name) => [name, saved?.[name]]).filter(
        ([, password]) => typeof password === 'string' && password !== ''
      )
    ) as Partial<Passwords>;
  } catch {
    return {};
  }
};

export const saveLogins = ({ strapi }: Context, passwords: Passwords): void => {
  const file = fileOf({ strapi });
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
};

/** The passwords of the accounts; accounts whose passwords are lost get new ones. */
export const recallLogins = async ({ strapi }: Context): Promise<Passwords> => {
  const known = readPasswords(fileOf({ strapi }));
  const lost = ACCOUNT_NAMES.filter((name) => !known[name]);
  const passwords = { ...newPasswords(), ...known };
  const { users } = adminServices({ strapi });
  for (const name of lost) {
    const user = await users.findOneByEmail(ACCOUNTS[name].email);
    if (user) {
      await users.updateById(user.id, { password: passwords[name] });
    }
  }
  if (lost.length > 0) {
    saveLogins({ strapi }, passwords);
  }
  return passwords;
};
