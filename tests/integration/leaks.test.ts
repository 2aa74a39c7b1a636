import { errors } from '@strapi/utils';

import { insertSet } from '../../src/plugins/license-keys/server/src/store/insert-set';
import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { registerSuperAdmin, type Admin } from '../support/admin';
import { startApi, type TestApi } from '../support/api';
import { service } from '../support/plugin';
import { startServer, type TestServer } from '../support/server';
import { SYSTEM, unique } from '../support/stock';

/** What the watch over every other test file rests on: a secret that is written on purpose is found. */
describe('a secret that is written', () => {
  let api: TestApi;
  let admin: Admin;
  let key: string;

  beforeAll(async () => {
    // What is planted need not be seen.
    jest.spyOn(console, 'info').mockReturnValue();
    api = await startApi();
    for (const transport of api.strapi.log.transports) transport.silent = true;
    admin = await registerSuperAdmin(api.http);
  });

  beforeEach(async () => {
    const license = await api.stock.license();
    ({ key } = license);
    await service(api.strapi, 'licenses').delete({ documentId: license.documentId, actor: SYSTEM });
  });

  /** The leaks that were not there before. */
  const leaksOf = async (plant: () => unknown): Promise<string[]> => {
    const before = await api.leaks();
    await plant();
    return (await api.leaks()).filter((leak) => !before.includes(leak));
  };

  /** As the statement that wrote it or as a row of the table, or as both. */
  const expectIn = (table: string, leaks: readonly string[]): void => {
    expect(leaks).not.toEqual([]);
    for (const leak of leaks) expect(leak).toMatch(`a license key in ${table}: `);
  };

  it('stands nowhere before', async () => {
    expect(await api.leaks()).toEqual([]);
  });

  it.each(['error', 'warn', 'info', 'http', 'debug'] as const)(
    'to the log, as %s, is found after the license is gone',
    async (level) => {
      // The log's readers are called one tick later.
      const leaks = await leaksOf(async () => {
        api.strapi.log[level](`planted ${key}`);
        await new Promise(setImmediate);
      });

      expect(leaks).toEqual([expect.stringMatching(/^a license key in the log: .*planted/)]);
    }
  );

  it('to the console is found', async () => {
    expect(
      await leaksOf(() => {
        console.info(`planted ${key}`);
      })
    ).toEqual([expect.stringMatching(/^a license key in the console: /)]);
  });

  it('into the body of a refusal is found', async () => {
    jest
      .spyOn(service(api.strapi, 'licensing'), 'validate')
      .mockRejectedValueOnce(new errors.ValidationError(`planted ${key}`));

    const leaks = await leaksOf(() => api.client.validate({ key }).expect(400));

    expect(leaks).toEqual([
      expect.stringMatching(/^a license key in the answer to POST \S+\/validate: .*planted/),
    ]);
  });

  it.each([
    ['a stack', String(new Error('planted').stack)],
    ['a statement', 'select * from licenses - planted'],
  ])('is joined by what tells of the inside: %s in a refusal', async (_what, message) => {
    jest
      .spyOn(service(api.strapi, 'licensing'), 'validate')
      .mockRejectedValueOnce(new errors.ValidationError(message));

    expect(await leaksOf(() => api.client.validate({ key }).expect(400))).toEqual([
      expect.stringMatching(/^the inside in the answer to POST \S+\/validate: .*planted/),
    ]);
  });

  it('to the output of a script is found', async () => {
    expect(
      await leaksOf(() => {
        api.note('the output of a script', `planted ${key}`);
      })
    ).toEqual([expect.stringMatching(/^a license key in the output of a script: .*planted/)]);
  });

  it.each([
    [TABLE.auditEntry, { license_id: 'x' }, 'actor_name'],
    [TABLE.job, { type: 'x', environment: 'x', state: 'failed', attempts: 1 }, 'error'],
    [TABLE.jobItem, { job_id: 0, license_id: 'x', outcome: 'refused' }, 'message'],
  ])('into %s is found', async (table, row, column) => {
    const leaks = await leaksOf(() =>
      api.strapi.db.connection(table).insert({ ...row, [column]: key })
    );

    expectIn(table, leaks);
  });

  it('in a set of many is found, be the key one of a set too', async () => {
    const { id } = await api.stock.product();
    const made = unique('MADE');
    const now = new Date();
    await insertSet(api.strapi.db.connection, {
      table: TABLE.license,
      common: {
        ...{ environment: 'production', state: 'available', product_id: id, activation_limit: 1 },
        ...{ features: '{}', metadata: '{}', created_at: now, updated_at: now, published_at: now },
      },
      rows: [{ document_id: unique('made'), key: made }],
      returning: 'document_id',
    });

    for (const secret of [key, made]) {
      const leaks = await leaksOf(() =>
        insertSet(api.strapi.db.connection, {
          table: TABLE.jobItem,
          common: { job_id: 0, outcome: 'succeeded' },
          rows: [{ license_id: 'x', key_prefix: secret }],
          returning: 'license_id',
        })
      );

      expectIn(TABLE.jobItem, leaks);
    }
  });

  it('by the database itself is found', async () => {
    await api.stock.license();

    const leaks = await leaksOf(() =>
      api.strapi.db.connection.raw(
        `INSERT INTO ${TABLE.jobItem} (job_id, outcome, message)
         SELECT 0, 'refused', key FROM ${TABLE.license}`
      )
    );

    expectIn(TABLE.jobItem, leaks);
  });

  it.each([
    ['the encryption key', () => process.env.ENCRYPTION_KEY ?? ''],
    ['an app key', () => (process.env.APP_KEYS ?? '').split(',')[0] ?? ''],
    ['the signing key, sealed', async () => sealedKey()],
  ])('is found if it is %s', async (_what, secretOf) => {
    const secret = await secretOf();

    const leaks = await leaksOf(() => {
      console.info(secret);
    });

    expect(secret).not.toBe('');
    expect(leaks).toHaveLength(1);
  });

  const sealedKey = async (): Promise<string> => {
    const [sealed = ''] = await api.strapi.db
      .connection(TABLE.signingKey)
      .pluck<string[]>('private_key');
    return sealed;
  };

  it('is found if it is an administrator’s token or an API token', async () => {
    const { body } = (await admin
      .post('/admin/api-tokens')
      .send({ name: 'Shop', type: 'read-only', lifespan: null, description: '' })
      .expect(201)) as { body: { data: { accessKey: string } } };

    expect(
      await leaksOf(() => {
        console.info(admin.token);
      })
    ).toHaveLength(1);
    expect(
      await leaksOf(() => {
        console.info(body.data.accessKey);
      })
    ).toHaveLength(1);
    expect(
      await leaksOf(() => {
        console.info(admin.credentials.password);
      })
    ).toHaveLength(1);
  });

  it.each([
    ['list', '/license-keys/licenses'],
    ['suggestions', '/license-keys/suggestions'],
    ['list, in capitals,', '/License-Keys/licenses'],
  ])('is none if somebody searches the %s for a whole key', async (_what, path) => {
    const query = { environment: 'production', _q: key };

    expect(await leaksOf(() => admin.get(path).query(query).expect(200))).toEqual([]);
    expect(await leaksOf(() => admin.get(path).query({ page: key }).expect(400))).toEqual([]);
    expect(await leaksOf(() => api.http.get(path).query(query).expect(401))).toEqual([]);
  });

  it('fails the test file at its end', async () => {
    await expect(api.stop()).rejects.toThrow('Secrets were written');
  });
});

/** The same for an application that runs as a process of its own. */
describe('a secret that another process writes', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startServer();
  });

  it('to its log is found even though it is killed', async () => {
    const { credentials } = await registerSuperAdmin(server.http);
    // Strapi logs the path of every request.
    await server.http.get(`/planted/${credentials.password}`);

    await expect(server.kill()).rejects.toThrow(
      /an administrator’s password in the log of the process: /
    );
    await expect(server.stop()).rejects.toThrow('Secrets were written');
  });
});
