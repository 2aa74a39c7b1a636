import { UID } from '../../src/plugins/license-keys/server/src/uids';
import type { AuditActors, AuditStatus } from '../../src/plugins/license-keys/shared/audit';
import { GRACE, openAuditLog, type AuditLog } from '../support/audit-log';
import { bodyOf } from '../support/http';
import { service } from '../support/plugin';
import { queriesDuring } from '../support/queries';
import { clearLicenses } from '../support/tables';
import { trailOf } from '../support/trail';

let app: AuditLog['app'];
let admin: AuditLog['admin'];
let stock: AuditLog['stock'];
let entries: AuditLog['entries'];
let find: AuditLog['find'];
let findOne: AuditLog['findOne'];
let exportOf: AuditLog['exportOf'];
let suspension: AuditLog['suspension'];

beforeAll(async () => {
  ({ app, admin, stock, entries, find, findOne, exportOf, suspension } = await openAuditLog());
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const licenses = () => service(app.strapi, 'licenses');

const actionsIn = async (query: Record<string, string | number>): Promise<string[]> =>
  (await find(query)).data.map(({ action }) => action);

const verify = async (environment = 'production'): Promise<AuditStatus['data']> =>
  bodyOf<AuditStatus>(
    await admin.get('/license-keys/audit-status').query({ environment }).expect(200)
  ).data;

describe('the log', () => {
  it('tells all of an entry, the latest first, with the key cut', async () => {
    const { documentId } = await suspension('SECRET12-REST-OF-THE-KEY');
    const { data, meta } = await find();

    expect(data.map(({ action }) => action)).toEqual([
      'unsuspend',
      'suspend',
      'activate',
      'create',
    ]);
    expect(meta.pagination).toEqual({ page: 1, pageSize: 20, pageCount: 1, total: 4 });
    expect(data[1]).toEqual({
      id: expect.any(Number) as number,
      action: 'suspend',
      environment: 'production',
      licenseId: documentId,
      licenseExists: true,
      keyPrefix: 'SECRET12',
      actorType: 'admin',
      actorId: '77',
      actorName: 'Grace Hopper',
      from: 'active',
      to: 'suspended',
      changes: {},
      names: {},
      ip: null,
      requestId: null,
      occurredAt: expect.stringMatching(/Z$/) as string,
      previousHash: data[2]?.hash,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.stringify(data)).not.toContain('SECRET12-');
  });

  it.each([
    [{ action: 'suspend' }, ['suspend']],
    [{ actorType: 'admin' }, ['suspend']],
    [{ actorType: 'api-token', actorId: '77' }, ['unsuspend']],
    [{ actorId: '78' }, []],
    [{ _q: 'hopper' }, ['suspend']],
    [{ _q: 'wanted-1', sort: 'occurredAt:asc' }, ['create', 'activate', 'suspend', 'unsuspend']],
    [{ _q: 'WANTED-1-AND-THE-REST', pageSize: 1 }, ['unsuspend']],
    [{ _q: '%' }, []],
    [{ occurredFrom: '2020-01-01', action: 'create', _q: 'OTHER' }, ['create']],
    [{ occurredTo: '2020-01-01' }, []],
    [{ page: 2, pageSize: 2, _q: 'WANTED' }, ['activate', 'create']],
  ])('is filtered, sorted and paged: %j', async (query, actions) => {
    await suspension('WANTED-1-AND-THE-REST');
    await stock.license({ key: 'OTHER-99-ABC' });

    expect(await actionsIn(query as Record<string, string | number>)).toEqual(actions);
  });

  it('has the entries of one license, by its id, that is gone too', async () => {
    const license = await suspension('WANTED-1-ABC');
    await suspension('OTHER-99-ABC');
    await licenses().delete({ documentId: license.documentId, actor: GRACE });

    const byFilter = await find({ license: license.documentId });
    expect(byFilter.meta.pagination.total).toBe(5);
    expect(byFilter.data[0]).toMatchObject({ action: 'delete', licenseExists: false });
    expect(await find({ _q: license.documentId })).toEqual(byFilter);
  });

  it('has the days from the first to the last, both included', async () => {
    await stock.license({ state: 'available' });
    const days = [
      '2024-02-28T23:59:59.999Z',
      '2024-02-29T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
    ];
    for (const day of days) {
      await entries().update({ occurred_at: new Date(day) });
      const { data } = await find({ occurredFrom: '2024-02-29', occurredTo: '2024-02-29' });
      expect(data).toHaveLength(day.startsWith('2024-02-29') ? 1 : 0);
    }
  });

  it('is of one environment', async () => {
    await stock.license({ key: 'STAGED-1-ABC', environment: 'staging', state: 'available' });
    const license = await stock.license({ state: 'available' });

    expect((await find()).data.map(({ licenseId }) => licenseId)).toEqual([license.documentId]);
    expect(await actionsIn({ _q: 'STAGED-1' })).toEqual([]);
    const staged = await find({ environment: 'staging' });
    expect(staged.data.map(({ keyPrefix }) => keyPrefix)).toEqual(['STAGED-1']);
    expect(await actionsIn({ license: staged.data[0]?.licenseId ?? '' })).toEqual([]);
  });

  it.each([
    ['no environment', { environment: '' }],
    ['an environment that does not exist', { environment: 'moon' }],
    ['an action that does not exist', { action: 'explode' }],
    ['a type of actor that does not exist', { actorType: 'ghost' }],
    ['a sort that does not exist', { sort: 'ip:asc' }],
    ['a day that is none', { occurredFrom: 'yesterday' }],
    ['a filter that does not exist', { ip: '203.0.113.1' }],
  ])('is refused with %s', async (_what, query) => {
    await admin
      .get('/license-keys/audit-entries')
      .query({ environment: 'production', ...query })
      .expect(400);
  });

  it('asks as often for a full page as for one entry', async () => {
    await stock.license({ state: 'available' });
    const few = await queriesDuring(app.strapi, () => find());
    for (let count = 0; count < 10; count += 1) await stock.license();
    const many = await queriesDuring(app.strapi, () => find());

    expect(many).toHaveLength(few.length);
  });
});

describe('who has done something', () => {
  const actors = async (query: Record<string, string> = {}): Promise<AuditActors['data']> =>
    bodyOf<AuditActors>(
      await admin
        .get('/license-keys/audit-actors')
        .query({ environment: 'production', ...query })
        .expect(200)
    ).data;

  it('is found by name, once each, by what they were called last', async () => {
    const license = await suspension('WANTED-1-ABC');
    const command = { documentId: license.documentId };
    await licenses().suspend({ ...command, actor: { ...GRACE, name: 'Admiral Hopper' } });

    expect(await actors()).toEqual([
      { type: 'admin', id: '77', name: 'Admiral Hopper' },
      { type: 'api-token', id: '77', name: 'Web shop' },
      { type: 'system', id: null, name: null },
    ]);
    expect(await actors({ _q: 'HOPPER' })).toHaveLength(1);
    expect(await actors({ _q: 'grace' })).toEqual([]);
    expect(await actors({ _q: 'sys' })).toEqual([{ type: 'system', id: null, name: null }]);
    expect(await actors({ actorType: 'api-token', actorId: '77' })).toHaveLength(1);
    expect(await actors({ environment: 'staging' })).toEqual([]);
  });
});

describe('an entry', () => {
  it('names what was replaced and what took its place, here and in the preview', async () => {
    const [ada, grace] = [
      await stock.customer({ name: 'Ada Lovelace' }),
      await stock.customer({ name: 'Grace Hopper' }),
    ];
    const license = await stock.license({ customer: ada, state: 'assigned' });
    await licenses().edit({
      documentId: license.documentId,
      actor: GRACE,
      edit: { customer: grace.documentId },
    });
    const named = { [ada.documentId]: 'Ada Lovelace', [grace.documentId]: 'Grace Hopper' };

    const [entry] = (await find()).data;
    expect(await findOne(entry?.id)).toMatchObject({
      changes: { customer: { before: ada.documentId, after: grace.documentId } },
      names: named,
    });
    expect((await trailOf(admin, license.documentId))[0]?.names).toEqual(named);
  });

  it('keeps the id of what is gone', async () => {
    const ada = await stock.customer({ name: 'Ada Lovelace' });
    const license = await stock.license({ customer: ada, state: 'assigned' });
    await licenses().delete({ documentId: license.documentId, actor: GRACE });
    await app.strapi.db.query(UID.customer).delete({ where: { id: ada.id } });

    const created = (await find({ action: 'create' })).data[0];
    expect(created?.changes).toMatchObject({ customer: { after: ada.documentId } });
    expect(created?.names).not.toHaveProperty(ada.documentId);
  });

  it('says whether its license’s chain holds, whatever became of the others', async () => {
    const [license, other] = [await suspension('WANTED-1-ABC'), await suspension('OTHER-99-ABC')];
    const wanted = (await find({ license: license.documentId })).data[0];
    const forged = (await find({ license: other.documentId, action: 'suspend' })).data[0];
    await entries().where({ id: forged?.id }).update({ actor_name: 'Nobody' });

    expect((await findOne(wanted?.id)).chain).toMatchObject({
      entries: 4,
      chains: 1,
      broken: null,
    });
    expect((await findOne(forged?.id)).chain.broken).toMatchObject({
      entryId: forged?.id,
      flaw: 'changed',
    });
  });

  it.each(['0', '999999', 'abc', '1e3'])('%s does not exist', async (id) => {
    await admin.get(`/license-keys/audit-entries/${id}`).expect(404);
  });
});

describe('the status of an environment’s chains', () => {
  it('is verified, with how many entries since when, exports among them', async () => {
    await suspension('WANTED-1-ABC');
    await suspension('OTHER-99-ABC');
    await stock.license({ environment: 'staging' });
    await exportOf({ filter: { action: 'create' } }).expect(200);
    const { data } = await find({ sort: 'occurredAt:asc' });

    expect(await verify()).toEqual({
      entries: 9,
      chains: 3,
      since: data[0]?.occurredAt,
      verifiedAt: expect.stringMatching(/Z$/) as string,
      broken: null,
    });
    expect(await verify('development')).toMatchObject({ entries: 0, since: null, broken: null });
  });

  it('names the first entry that was changed, in its environment only', async () => {
    const license = await suspension('WANTED-1-ABC');
    await stock.license({ environment: 'staging' });
    const [entry] = (await find({ action: 'suspend' })).data;
    await entries().where({ id: entry?.id }).update({ ip: '203.0.113.1' });

    expect((await verify()).broken).toEqual({
      entryId: entry?.id,
      licenseId: license.documentId,
      keyPrefix: 'WANTED-1',
      action: 'suspend',
      flaw: 'changed',
      recorded: 'suspended',
      actual: 'active',
      reason: 'its content was changed',
    });
    expect((await verify('staging')).broken).toBeNull();
  });

  it('finds an entry that was moved to another environment, in both', async () => {
    await suspension('WANTED-1-ABC');
    await entries().where({ action: 'suspend' }).update({ environment: 'staging' });

    expect((await verify()).broken).toMatchObject({ action: 'unsuspend', flaw: 'moved' });
    expect((await verify('staging')).broken).toMatchObject({ action: 'suspend', flaw: 'moved' });
  });

  it('finds what was cut off a chain, and a license without entries', async () => {
    const license = await suspension('WANTED-1-ABC');
    await entries().where({ action: 'unsuspend' }).delete();
    expect((await verify()).broken).toMatchObject({
      action: 'suspend',
      flaw: 'end',
      recorded: 'suspended',
      actual: 'active',
    });

    await entries().delete();
    expect((await verify()).broken).toMatchObject({
      entryId: null,
      licenseId: license.documentId,
      flaw: 'unrecorded',
    });
  });

  it('holds while licenses are changed all the time', async () => {
    const changed = await suspension('WANTED-1-ABC');
    const command = { documentId: changed.documentId, actor: GRACE };
    const change = async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        await licenses().suspend(command);
        await licenses().unsuspend(command);
        await stock.license({ state: 'available' });
      }
    };
    const changes = change();
    const found = [];
    for (let round = 0; round < 20; round += 1) found.push((await verify()).broken);
    await changes;

    expect(found).toEqual(found.map(() => null));
  });
});
