import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { startApi, type TestApi } from '../support/api';
import { service } from '../support/plugin';
import { auditOf } from '../support/rows';
import { daysFromNow, unique } from '../support/stock';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

const sweep = async (name: string): Promise<void> => {
  const registered = api.strapi.cron.jobs.find((one) => one.name === `license-keys:${name}`);
  if (!registered) throw new Error(`There is no cron job ${name}.`);
  await registered.job.invoke();
};

describe('the cron job', () => {
  it('“forget-idempotency” removes the Idempotency-Keys that are older than their day, and no others', async () => {
    const kept = () => api.strapi.db.connection(TABLE.idempotency);
    const { key } = await api.stock.license();
    const activate = async (fingerprint: string) =>
      api.client.activate({ key, fingerprint }).set('Idempotency-Key', unique('once')).expect(201);
    await activate('old');
    await kept().update({ expires_at: new Date(Date.now() - 1) });
    await activate('new');

    await sweep('forget-idempotency');

    const rows: unknown = await kept().pluck('answer_body');
    expect(rows).toEqual([expect.stringContaining('"fingerprint":"new"')]);
  });

  it('that fails keeps no other from forgetting', async () => {
    const sweepOf = (name: 'idempotency' | 'importing' | 'jobs') =>
      jest.spyOn(service(api.strapi, name), 'sweep');
    sweepOf('idempotency').mockRejectedValueOnce(new Error('planted'));
    const others = [sweepOf('importing'), sweepOf('jobs')];

    const runs = await Promise.allSettled(
      api.strapi.cron.jobs
        .filter(({ name }) => name?.startsWith('license-keys:forget'))
        .map(async ({ job }): Promise<unknown> => job.invoke())
    );

    expect(runs.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    for (const other of others) expect(other).toHaveBeenCalledTimes(1);
  });

  it('“expire” moves the licenses whose day has come', async () => {
    const { documentId } = await api.stock.license({ expiresAt: daysFromNow(-1) });

    await sweep('expire');

    expect((await auditOf(api.strapi, documentId)).at(-1)).toMatchObject({
      action: 'expire',
      to: 'expired',
    });
  });
});
