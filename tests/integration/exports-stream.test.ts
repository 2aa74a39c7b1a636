import type { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { insertJob } from '../support/jobs';
import { service } from '../support/plugin';
import { stockOf, SYSTEM } from '../support/stock';
import { startStrapi, type TestStrapi } from '../support/strapi';

const COPIES = 100_000;
const AT_ONCE = 20_000;
const MEGABYTE = 1024 * 1024;
/** A file of so many rows has more than this, as text. */
const ROOM = 12 * MEGABYTE;
/** More than any query of an export may answer. */
const PIECE = 1001;

let app: TestStrapi;
/** Has all licenses as its own. */
let job: number;

/** Copies a row many times within the database; `own` are the columns that differ from copy to copy. */
const multiply = async (table: string, own: Record<string, string>): Promise<void> => {
  const { connection } = app.strapi.db;
  const columns = Object.keys(await connection(table).columnInfo()).filter((name) => name !== 'id');
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => own[name] ?? `o."${name}"`).join(', ');
  for (let first = 1; first <= COPIES; first += AT_ONCE) {
    await connection.raw(
      `WITH RECURSIVE n(i) AS (
         SELECT ${String(first)} UNION ALL SELECT i + 1 FROM n WHERE i < ${String(first + AT_ONCE - 1)}
       )
       INSERT INTO ${table} (${names}) SELECT ${values} FROM n, ${table} o
       WHERE o.id = (SELECT MIN(id) FROM ${table})`
    );
  }
};

beforeAll(async () => {
  app = await startStrapi();
  const { license } = stockOf(app.strapi);
  await license({ key: 'COPIED', state: 'available' });
  await multiply(TABLE.license, { document_id: `'copy-' || i`, key: `'COPY-' || (100000 + i)` });
  await multiply(TABLE.auditEntry, { document_id: `'copy-' || i`, license_id: `'copy-' || i` });

  const { connection } = app.strapi.db;
  job = await insertJob(app.strapi, { payload: { action: 'export' } });
  await connection(connection.raw('?? (job_id, license_id, outcome)', [TABLE.jobItem])).insert(
    connection(TABLE.license).select(
      connection.raw('CAST(? AS INTEGER)', [job]),
      'document_id',
      connection.raw(`'succeeded'`)
    )
  );
}, 300_000);

afterAll(() => app.stop());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const heapUsed = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

/** Reads a file to its end: its lines, the most rows that a query answered, and how much the heap grew. */
const read = async (stream: Readable) => {
  const { connection } = app.strapi.db;
  let answered = 0;
  const note = (rows: unknown): void => {
    if (Array.isArray(rows)) answered = Math.max(answered, rows.length);
  };
  connection.on('query-response', note);
  const before = heapUsed();
  let [lines, measured, grown] = [0, 0, 0];
  for await (const chunk of stream) {
    lines += String(chunk).split('\n').length - 1;
    if (lines - measured > COPIES / 5) {
      measured = lines;
      grown = Math.max(grown, heapUsed() - before);
    }
  }
  connection.removeListener('query-response', note);
  return { lines, answered, isBounded: grown < ROOM };
};

const files = {
  licenses: () =>
    service(app.strapi, 'exporting').licenses(
      { environment: 'production' },
      { field: 'key', order: 'asc' },
      'csv',
      SYSTEM
    ),
  'a job': () =>
    service(app.strapi, 'exporting').licenses(
      { environment: 'production', job },
      undefined,
      'json',
      SYSTEM
    ),
  'the audit log': () =>
    service(app.strapi, 'exporting').auditEntries(
      { environment: 'production' },
      'desc',
      'json',
      SYSTEM
    ),
};

it.each(['licenses', 'a job', 'the audit log'] as const)(
  'an export of 100,000 rows of %s holds a piece of them at a time',
  async (name) => {
    const { count, stream } = await files[name]();
    const { lines, answered, isBounded } = await read(stream);

    expect(lines).toBeGreaterThan(COPIES);
    expect(lines - count).toBeLessThanOrEqual(2);
    expect(answered).toBeLessThanOrEqual(PIECE);
    expect(isBounded).toBe(true);
  },
  300_000
);

it('files of a job that is deleted meanwhile break off, rather than look like the whole', async () => {
  const { stream } = await files['a job']();
  const streams = [stream, service(app.strapi, 'jobs').resultsFile(job)];
  const begun = streams.map((one) => one[Symbol.asyncIterator]() as AsyncIterator<unknown>);
  for (const chunks of begun) await chunks.next();
  expect(await service(app.strapi, 'jobs').delete(job)).toBe(true);

  for (const chunks of begun) {
    const readOn = async () => {
      while (!(await chunks.next()).done);
    };
    await expect(readOn()).rejects.toThrow('There is no such job.');
  }
  await expect(files['a job']()).rejects.toThrow('There is no such job.');
});
