import type { Core } from '@strapi/strapi';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { JobItem } from '../../src/plugins/license-keys/shared/jobs';
import type { Admin } from './admin';
import { bodyOf } from './http';
import { SYSTEM } from './stock';
import { eventually } from './wait';

/** A job once it has ended, in whichever way. */
export const endedJob = async (admin: Admin, id: number): Promise<JobItem> =>
  eventually(
    async () => {
      const { data } = bodyOf<{ data: JobItem }>(
        await admin.get(`/license-keys/jobs/${String(id)}`)
      );
      if (data.finishedAt === null) throw new Error(`The job is ${data.state}.`);
      return data;
    },
    { timeout: 150_000 }
  );

/** A job as the tests put it straight into its table: one that has ended, unless they say otherwise. */
export const insertJob = async (
  { db: { connection } }: Core.Strapi,
  { payload = {}, ...wish }: Record<string, unknown> = {}
): Promise<number> => {
  const [row] = await connection(TABLE.job)
    .insert({
      type: 'bulk',
      environment: 'production',
      state: 'succeeded',
      actor: JSON.stringify(SYSTEM),
      attempts: 1,
      created_at: new Date(),
      finished_at: wish.state === undefined ? new Date() : null,
      payload: JSON.stringify(payload),
      ...wish,
    })
    .returning<{ id: number }[]>('id');
  return row?.id ?? 0;
};
