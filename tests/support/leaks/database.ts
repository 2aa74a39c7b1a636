import type { Core } from '@strapi/strapi';

import { TABLE } from '../../../src/plugins/license-keys/server/src/uids';
import type { TestDatabase } from '../database';
import type { Recorder } from './recorder';

interface Statement {
  sql: string;
  bindings?: unknown[];
}

/** What outlives the keys that it tells of. */
const RECORDS = [TABLE.auditEntry, TABLE.job, TABLE.jobItem];

/** The newest rows of a table tell of them all: so many are written in bulk only, one like the other. */
const NEWEST = 10_000;

const WRITE = /^(?:insert into|update) [`"]?(\w+)[`"]?(?: \(([^)]*)\))?/i;

const keepWritten = ({ keep }: Recorder, columns: string, bindings: readonly unknown[]): void => {
  const names = columns.split(', ').map((name) => name.replaceAll(/[`"]/g, ''));
  for (let row = 0; row < bindings.length; row += names.length) {
    const key = bindings[row + names.indexOf('key')];
    if (typeof key === 'string') keep('a license key', key);
  }
};

/** Keeps the key of every license that is inserted, and notes every write of audit entries and jobs. */
export const watchDatabase = (strapi: Core.Strapi, recorder: Recorder): void => {
  strapi.db.connection.on('query', ({ sql, bindings = [] }: Statement) => {
    const [, table = '', columns = ''] = WRITE.exec(sql) ?? [];
    if (table === TABLE.license && columns) keepWritten(recorder, columns, bindings);
    if ((RECORDS as string[]).includes(table)) {
      recorder.note(table, bindings.filter((value) => typeof value === 'string').join('\n'));
    }
  });
};

/** Keeps the keys of the licenses that are there. */
export const keepKeys = async (database: TestDatabase, { keep }: Recorder): Promise<void> => {
  for (const { key } of await database.read(TABLE.license, NEWEST)) {
    keep('a license key', String(key));
  }
};

/** Notes the audit entries and jobs that are there, also those that the database has made by itself. */
export const noteRecords = async (database: TestDatabase, { note }: Recorder): Promise<void> => {
  for (const table of RECORDS) {
    for (const row of await database.read(table, NEWEST)) note(table, JSON.stringify(row));
  }
};
