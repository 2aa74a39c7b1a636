import { existsSync } from 'node:fs';
import path from 'node:path';

import { TABLE, UID } from '../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from '../support/actors';
import { createCatalog, createLicense, type Catalog } from '../support/catalog';
import { appDir } from '../support/paths';
import { service } from '../support/plugin';
import { runScript, runScriptOn } from '../support/script';
import { unique } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { clearLicenses, readAll } from '../support/tables';

interface Entry {
  id: number;
  license_id: string;
  action: string;
}

const CHANGED = 'its content was changed';
const MOVED = 'it does not follow the entry before it: one was removed, inserted or reordered';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const entries = () => app.strapi.db.connection(TABLE.auditEntry);
const licenses = () => app.strapi.db.connection(TABLE.license);
const verify = async () => service(app.strapi, 'audit').verify();

const readEntries = async (where: object = {}): Promise<Entry[]> => {
  const rows: unknown = await entries().where(where).orderBy(['license_id', 'id']);
  return rows as Entry[];
};

/** A license with the chain create, activate, activate, suspend; between two others. */
const createChain = async () => {
  await createLicense(app.strapi, catalog, 'inactive');
  const license = await createLicense(app.strapi, catalog, 'suspended');
  await createLicense(app.strapi, catalog, 'revoked');
  const chain = await readEntries({ license_id: license.documentId });
  return { license, chain };
};

const brokenAt = (entry: Entry | undefined, reason: string) =>
  expect.objectContaining({
    entryId: entry?.id,
    licenseId: entry?.license_id,
    action: entry?.action,
    reason,
  }) as unknown;

describe('an untouched trail', () => {
  it('is whole, and says how much it is', async () => {
    const { chain } = await createChain();

    expect(chain.map(({ action }) => action)).toEqual([
      'create',
      'activate',
      'activate',
      'suspend',
    ]);
    expect(await verify()).toMatchObject({ entries: 12, chains: 3, broken: null });
  });

  it('is whole where there is nothing yet', async () => {
    expect(await verify()).toMatchObject({ entries: 0, chains: 0, since: null, broken: null });
  });

  it('is whole over many pages, and broken at the right place', async () => {
    const query = app.strapi.db.query(UID.license);
    const { product, customer, environment } = catalog;
    const data = Array.from({ length: 350 }, () => ({
      key: unique('KEY'),
      environment,
      product: product.id,
    }));
    await query.createMany({ data });
    await query.updateMany({ where: {}, data: { customer: customer.id } });
    await query.updateMany({ where: {}, data: { activationLimit: 7 } });
    expect(await verify()).toMatchObject({ entries: 1050, chains: 350, broken: null });

    const entry = (await readEntries())[1040];
    await entries().where({ id: entry?.id }).update({ actor_name: 'Somebody' });

    expect((await verify()).broken).toEqual(brokenAt(entry, CHANGED));
  });
});

describe('a change behind the application’s back', () => {
  it.each([
    ['action', 'edit'],
    ['key_prefix', 'FORGED12'],
    ['environment', 'staging'],
    ['actor_type', 'public'],
    ['actor_id', '99'],
    ['actor_name', 'Somebody'],
    ['from', 'inactive'],
    ['to', 'inactive'],
    ['changes', '{"activation":{"before":null,"after":null}}'],
    ['ip', '203.0.113.1'],
    ['request_id', 'another-request'],
    ['occurred_at', new Date(0)],
    ['hash', '0'.repeat(64)],
  ])('of the %s of an entry is found', async (column, value) => {
    const { chain } = await createChain();
    const forged = chain[1];
    await entries()
      .where({ id: forged?.id })
      .update({ [column]: value });

    expect((await verify()).broken).toMatchObject({ entryId: forged?.id, reason: CHANGED });
  });

  it('of the license that an entry is about is found', async () => {
    const { chain } = await createChain();
    await entries().where({ id: chain[1]?.id }).update({ license_id: 'zzzz' });

    expect((await verify()).broken).toEqual(brokenAt(chain[2], MOVED));
  });

  it('of the hash that an entry follows is found', async () => {
    const { chain } = await createChain();
    const forged = chain[2];
    await entries()
      .where({ id: forged?.id })
      .update({ previous_hash: 'f'.repeat(64) });

    expect((await verify()).broken).toEqual(brokenAt(forged, MOVED));
  });

  it('is found where it comes first', async () => {
    await createChain();
    const [first, ...others] = await readEntries();
    for (const { id } of [others.at(-1), others.at(4), first].flatMap((entry) => entry ?? [])) {
      await entries().where({ id }).update({ actor_name: 'Somebody' });
    }

    expect((await verify()).broken).toEqual(brokenAt(first, CHANGED));
  });
});

describe('an entry that is missing', () => {
  it.each([0, 1, 2])('is missed by the one after it: number %i', async (index) => {
    const { chain } = await createChain();
    await entries().where({ id: chain[index]?.id }).delete();

    expect((await verify()).broken).toEqual(brokenAt(chain[index + 1], MOVED));
  });

  it('is missed at the end, by the state of its license', async () => {
    const { chain } = await createChain();
    await entries().where({ id: chain[3]?.id }).delete();

    expect((await verify()).broken).toEqual(
      brokenAt(chain[2], 'it ends in active, but the license is suspended')
    );
  });

  it('is missed at the end, by the one that comes next', async () => {
    const { license, chain } = await createChain();
    await entries().where({ id: chain[3]?.id }).delete();
    await service(app.strapi, 'licenses').unsuspend({ ...license, actor: ADMIN });
    const next = (await readEntries({ license_id: license.documentId })).at(-1);

    expect((await verify()).broken).toEqual(
      brokenAt(next, 'it starts from suspended, but the entry before it ends in active')
    );
  });

  it('is missed where all are, by the one that comes next', async () => {
    const { license } = await createChain();
    await entries().where({ license_id: license.documentId }).delete();
    await service(app.strapi, 'licenses').export({ ...license, actor: ADMIN });
    const [next] = await readEntries({ license_id: license.documentId });

    expect((await verify()).broken).toEqual(brokenAt(next, MOVED));
  });

  it('is missed where no entry is left', async () => {
    const { license } = await createChain();
    await entries().where({ license_id: license.documentId }).delete();

    expect((await verify()).broken).toMatchObject({
      entryId: null,
      licenseId: license.documentId,
      action: null,
      actual: 'suspended',
      reason: 'the license has no entries at all',
    });
  });

  it('is missed at the end of a deleted license', async () => {
    const { license } = await createChain();
    await service(app.strapi, 'licenses').delete({ ...license, actor: ADMIN });
    const chain = await readEntries({ license_id: license.documentId });
    await entries()
      .where({ id: chain.at(-1)?.id })
      .delete();

    expect((await verify()).broken).toEqual(
      brokenAt(chain.at(-2), 'it ends in suspended, but the license is gone')
    );
  });
});

describe('a license that was changed past the use cases', () => {
  it('is found by its state', async () => {
    const { license, chain } = await createChain();
    await licenses().where({ id: license.id }).update({ state: 'active' });

    expect((await verify()).broken).toEqual(
      brokenAt(chain.at(-1), 'it ends in suspended, but the license is active')
    );
  });

  it('is found by its state, whatever is done to it then', async () => {
    const { license } = await createChain();
    await licenses().where({ id: license.id }).update({ state: 'active' });
    await service(app.strapi, 'licenses').export({ ...license, actor: ADMIN });
    const next = (await readEntries({ license_id: license.documentId })).at(-1);

    expect((await verify()).broken).toEqual(
      brokenAt(next, 'it starts from active, but the entry before it ends in suspended')
    );
  });

  it('is found by its absence', async () => {
    const { license, chain } = await createChain();
    await app.strapi.db.connection(TABLE.activation).where({ license_id: license.id }).delete();
    await licenses().where({ id: license.id }).delete();

    expect((await verify()).broken).toEqual(
      brokenAt(chain.at(-1), 'it ends in suspended, but the license is gone')
    );
  });
});

describe('what the trail shows of a key', () => {
  it('is 8 characters, wherever one looks', async () => {
    const key = 'SECRET12-REST-OF-THE-KEY';
    const license = await createLicense(app.strapi, catalog, 'active', { key });
    const command = { documentId: license.documentId, actor: ADMIN };
    await service(app.strapi, 'licenses').edit({ ...command, edit: { activationLimit: 9 } });
    await service(app.strapi, 'licenses').revoke({ ...command, reason: 'Shared' });
    await service(app.strapi, 'licenses').delete(command);

    const { [TABLE.auditEntry]: trail } = await readAll(app.strapi);

    expect(trail).toHaveLength(6);
    expect(trail).toEqual(
      Array.from(
        { length: 6 },
        () => expect.objectContaining({ key_prefix: 'SECRET12' }) as unknown
      )
    );
    expect(JSON.stringify(trail)).not.toContain('SECRET12-');
  });
});

describe('npm run audit:verify', () => {
  const run = async () => runScriptOn(app, 'audit-verify.mjs');

  it('says that the trail is whole, and where it is not, without a key', async () => {
    const { chain } = await createChain();
    expect(await run()).toMatchObject({
      status: 0,
      output: expect.stringMatching(/is whole: 12 entries in 3 chains\.$/) as string,
    });

    await entries().where({ id: chain[1]?.id }).update({ actor_name: 'Somebody else' });
    expect((await run()).status).toBe(1);
  });

  it('fails where there is no database, rather than make an empty one', async () => {
    const { status, output } = await runScript(['scripts/audit-verify.mjs'], {
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: '.tmp/no-such.db',
    });
    expect(status).toBe(1);
    expect(output).toContain('no-such.db');
    expect(existsSync(path.join(appDir, '.tmp/no-such.db'))).toBe(false);
  });
});
