import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';

import { keyPrefix } from '../../../shared/limits';
import { DEFAULT_SORT } from '../../../shared/list';
import type { ExportFormat, ListSort, SortOrder } from '../../../shared/list';
import type { Actor } from '../domain/types';
import { noJob } from '../errors';
import { appendEnvironmentAudit } from '../store/audit';
import { measureAudit, walkAuditList } from '../store/audit-list';
import type { AuditFilter, AuditPlace } from '../store/audit-list';
import { connection, transaction } from '../store/database';
import { readJob } from '../store/job-list';
import { countList } from '../store/license-list';
import type { ListFilter } from '../store/license-list';
import { walkJob, walkList } from '../store/license-walk';
import type { Place } from '../store/license-walk';
import { walkAll } from '../store/walk-all';
import { AUDIT_COLUMNS, LICENSE_COLUMNS } from './export-columns';
import { toFile } from './export-file';

/** Rows that are in memory at a time. */
const BATCH = 1000;

/** A file with a line for each of `count` rows, give or take what changes meanwhile. */
export interface ExportedFile {
  count: number;
  stream: Readable;
}

/** A filter as the audit trail tells of it: what was searched for may be a whole license key. */
const traced = ({ search, ...filter }: { environment: string; search?: string | undefined }) =>
  search === undefined ? filter : { ...filter, search: keyPrefix(search) };

/** Gives lists away as files: all that match, in the order of the list. No transaction waits for the reader. */
export const exporting = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = () => connection({ strapi });

  const record = async (
    list: 'licenses' | 'audit-entries',
    filter: ListFilter | AuditFilter,
    format: ExportFormat,
    rows: number,
    actor: Actor
  ): Promise<void> => {
    const after = { list, ...traced(filter), format, rows };
    await transaction({ strapi }, async (trx) =>
      appendEnvironmentAudit(trx, {
        action: 'export',
        environment: filter.environment,
        changes: { export: { before: null, after } },
        actor,
        now: new Date(),
      })
    );
  };

  const expectJob = async ({ job }: ListFilter): Promise<void> => {
    if (job !== undefined && !(await readJob(db(), job, new Date()))) {
      throw noJob();
    }
  };

  /** A job that is deleted takes along which licenses are its own: what was read by then is not the whole. */
  async function* whileJobIsKept<Item>(items: AsyncIterable<Item>, filter: ListFilter) {
    yield* items;
    await expectJob(filter);
  }

  return {
    /** In the order of the list; without a sort, those of a job are in the order in which it took them. */
    async licenses(
      filter: ListFilter,
      sort: ListSort | undefined,
      format: ExportFormat,
      actor: Actor
    ): Promise<ExportedFile> {
      await expectJob(filter);
      const count = await countList(db(), filter);
      await record('licenses', filter, format, count, actor);
      const { job } = filter;
      const items =
        job !== undefined && !sort
          ? walkAll((after: number | null) =>
              walkJob(db(), { ...filter, job }, { after, limit: BATCH })
            )
          : walkAll((after: Place | null) =>
              walkList(db(), filter, { sort: sort ?? DEFAULT_SORT, after, limit: BATCH })
            );
      const stream = toFile(whileJobIsKept(items, filter), LICENSE_COLUMNS, format);
      return { count, stream };
    },

    /** As the log was when it was asked for: the export's own entry is not in it. */
    async auditEntries(
      filter: AuditFilter,
      order: SortOrder,
      format: ExportFormat,
      actor: Actor
    ): Promise<ExportedFile> {
      const { count, last } = await measureAudit(db(), filter);
      await record('audit-entries', filter, format, count, actor);
      const items = walkAll((after: AuditPlace | null) =>
        walkAuditList(db(), filter, { order, after, last, limit: BATCH })
      );
      return { count, stream: toFile(items, AUDIT_COLUMNS, format) };
    },
  };
};
