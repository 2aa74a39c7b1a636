import type { Core } from '@strapi/strapi';

import { postgresEngine } from '../../src/plugins/license-keys/server/src/jobs/postgres-engine';
import { createCluster, type Cluster } from '../support/postgres';
import { eventually } from '../support/wait';

jest.setTimeout(120_000);

let cluster: Cluster;

beforeAll(async () => {
  cluster = await createCluster();
  await cluster.start();
});

afterAll(() => cluster.remove());

/** As much of Strapi as the engine asks for. */
const strapiOn = (url: string) => {
  const warnings: string[] = [];
  const strapi = {
    db: {
      config: { connection: { connection: { connectionString: url } } },
      getSchemaName: () => 'public',
    },
    log: { warn: (message: string) => warnings.push(message) },
  };
  return { strapi: strapi as unknown as Core.Strapi, warnings };
};

it('goes on after the database was gone while a job came to its end', async () => {
  const { strapi, warnings } = strapiOn(cluster.url);
  const engine = postgresEngine({ strapi });
  const seen: number[] = [];
  let end = (): void => undefined;
  const isEnded = new Promise<void>((resolve) => {
    end = resolve;
  });
  await engine.start(async (id) => {
    seen.push(id);
    await isEnded;
  });
  const expectSeen = async (id: number): Promise<void> =>
    eventually(async () => {
      await Promise.resolve();
      expect(seen).toContain(id);
    });
  await engine.wake(1);
  await expectSeen(1);

  await cluster.stop('SIGQUIT');
  end();
  await eventually(async () => {
    await Promise.resolve();
    expect(warnings.join('\n')).toContain('Failed to complete jobs');
  });
  await cluster.start();

  await eventually(
    async () => {
      await engine.wake(2);
      expect(seen).toContain(2);
    },
    { timeout: 60_000, interval: 500 }
  );
  await engine.stop();
});
