import type { Core } from '@strapi/strapi';

import { getService } from '../services';
import { SYSTEM } from '../services/actor';

const EXPIRE = 'license-keys:expire';
/** Services that forget; each in a job of its own, so that one that fails keeps no other from it. */
const FORGETFUL = ['idempotency', 'importing', 'jobs'] as const;

const nameOf = (service: (typeof FORGETFUL)[number]): string => `license-keys:forget-${service}`;

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
  });
  for (const service of FORGETFUL) {
    strapi.cron.add({
      [nameOf(service)]: {
        task: async () => {
          await getService({ strapi }, service).sweep();
        },
        options: { rule: '30 7 * * * *', tz: 'UTC' },
      },
    });
  }
};

export const stopSweeps = ({ strapi }: { strapi: Core.Strapi }): void => {
  for (const name of [EXPIRE, ...FORGETFUL.map(nameOf)]) {
    strapi.cron.remove(name);
  }
};
