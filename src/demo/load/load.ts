import type { Core } from '@strapi/strapi';

import type { Actor } from '../../plugins/license-keys/server/src/domain/types';
import { SYSTEM } from '../../plugins/license-keys/server/src/services/actor';
import { transaction } from '../../plugins/license-keys/server/src/store/database';
import { ACCOUNTS } from '../accounts';
import type { AccountName } from '../accounts';
import { saveLogins } from '../logins';
import { newPasswords } from '../passwords';
import type { Report } from '../progress';
import { figuresOf } from '../story/figures';
import { inventStory, startOfDay } from '../story/story';
import type { Author } from '../story/types';
import { loadCatalog } from './catalog';
import { assertLoadable } from './preconditions';
import { replay } from './replay';
import { createStaff } from './staff';

interface Context {
  strapi: Core.Strapi;
}

const marker = ({ strapi }: Context) => strapi.store({ type: 'app', name: 'demo', key: 'loaded' });

export const isLoaded = async ({ strapi }: Context): Promise<boolean> =>
  Boolean(await marker({ strapi }).get({}));

const actorsOf =
  (staff: Record<AccountName, number>) =>
  ({ who, ip, requestId }: Author): Actor => {
    if (who === 'system') {
      return SYSTEM;
    }
    if (who === 'public') {
      return { type: 'public', id: null, name: null, ip, requestId };
    }
    const { firstname, lastname } = ACCOUNTS[who];
    return {
      type: 'admin',
      id: String(staff[who]),
      name: `${firstname} ${lastname}`,
      ip,
      requestId,
    };
  };

/** Loads the whole demo, or nothing: everything is written in one transaction. */
export const load = async ({ strapi }: Context, report: Report): Promise<void> => {
  await assertLoadable({ strapi });
  const now = startOfDay(new Date());
  const story = inventStory(now);
  const passwords = newPasswords();
  await transaction({ strapi }, async (db) => {
    const staff = await createStaff({ strapi }, passwords);
    const catalog = await loadCatalog({ strapi }, story, figuresOf(story, now));
    await replay(db, story, { catalog, actorOf: actorsOf(staff) }, report);
    await marker({ strapi }).set({ value: { at: new Date() } });
    // Before the commit: accounts whose passwords nobody knows would be worse than a file without accounts.
    saveLogins({ strapi }, passwords);
  });
};
