import type { Core } from '@strapi/strapi';

import { getService } from '../services';
import { SYSTEM } from '../services/actor';

const EXPIRE = 'license-keys:expire';
const WAKE = 'license-keys:wake-jobs';
const FORGET = 'license-keys:forget-idempotency-keys';

/**
 * What time brings about. Every instance runs these: each license is locked and judged again before it
 * moves, so that two at once do nothing twice.
 */
export const startSweeps = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.cron.add({
    [EXPIRE]: {
      task: async () => {
        const moved = await getService({ strapi }, 'licenses').expireDue(SYSTEM);
        if (moved > 0) {
          strapi.log.info(`${String(moved)} licenses have expired.`);
        }
      },
      options: { rule: '0 * * * * *', tz: 'UTC' },
    },
    [WAKE]: {
      task: async () => {
        await getService({ strapi }, 'jobs').wakeDue();
      },
      options: { rule: '*/15 * * * * *', tz: 'UTC' },
    },
    [FORGET]: {
      task: async () => {
        await getService({ strapi }, 'idempotency').sweep();
      },
      options: { rule: '30 7 * * * *', tz: 'UTC' },
    },
  });
};

export const stopSweeps = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.cron.remove(EXPIRE);
  strapi.cron.remove(WAKE);
  strapi.cron.remove(FORGET);
};
