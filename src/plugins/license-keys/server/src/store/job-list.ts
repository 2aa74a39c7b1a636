import type { Knex } from 'knex';

import type { JobItem, JobSortField, JobState, JobType } from '../../../shared/jobs';
import type { Paged } from '../../../shared/license';
import type { SortOrder } from '../../../shared/list';
import { remainingSeconds } from '../domain/progress';
import type { Actor } from '../domain/types';
import { TABLE } from '../uids';
import type { Db } from './database';
import type { JobRow } from './jobs';
import { offsetOf, paged, toCount } from './paging';
import type { Slice } from './paging';
import { within } from './period';
import { toDate, toInstant, toJson } from './rows';

export interface JobFilter {
  environment: string;
  type?: JobType | undefined;
  state?: JobState | undefined;
  /** An administrator's id. */
  requestedBy?: string | undefined;
  /** Created at or after, and before. */
  createdFrom?: Date | undefined;
  createdTo?: Date | undefined;
}

export interface JobPage extends Slice {
  sort: { field: JobSortField; order: SortOrder };
}

const SORT_COLUMNS: Record<JobSortField, string> = {
  createdAt: 'id',
  finishedAt: 'finished_at',
  type: 'type',
  state: 'state',
};

const toItem = (row: JobRow, now: Date): JobItem => {
  const { id, type, environment, state, subject, total, succeeded, unchanged, refused } = row;
  const done = succeeded + unchanged + refused;
  const { action } = toJson(row.payload);
  const progress = {
    total,
    done,
    resumedAt: toDate(row.resumed_at),
    resumedDone: row.resumed_done,
  };
  return {
    id,
    type,
    action: typeof action === 'string' ? action : type,
    subject,
    environment,
    state,
    total,
    done,
    succeeded,
    unchanged,
    refused,
    remainingSeconds: state === 'running' ? remainingSeconds(progress, now) : null,
    error: row.error,
    errorCode: row.error_code,
    attempts: row.attempts,
    nextAttemptAt: toDate(row.due_at)?.toISOString() ?? null,
    requestedBy: (toJson(row.actor) as unknown as Actor).name,
    requestedById: row.admin_id,
    createdAt: toInstant(row.created_at).toISOString(),
    startedAt: toDate(row.started_at)?.toISOString() ?? null,
    finishedAt: toDate(row.finished_at)?.toISOString() ?? null,
  };
};

const filtered = (db: Db, filter: JobFilter): Knex.QueryBuilder => {
  const { environment, type, state, requestedBy, createdFrom, createdTo } = filter;
  const query = db(TABLE.job).where({
    environment,
    ...(type && { type }),
    ...(state && { state }),
    ...(requestedBy && { admin_id: requestedBy }),
  });
  within(query, 'created_at', { from: createdFrom, to: createdTo });
  return query;
};

export const readJob = async (db: Db, id: number, now: Date): Promise<JobItem | null> => {
  const row = await db(TABLE.job).where({ id }).first<JobRow | undefined>('*');
  return row ? toItem(row, now) : null;
};

export const readJobs = async (
  db: Db,
  filter: JobFilter,
  { sort, ...slice }: JobPage,
  now: Date
): Promise<Paged<JobItem>> => {
  // What has not ended yet counts as the last.
  const direction = sort.order === 'asc' ? 'ASC NULLS LAST' : 'DESC NULLS FIRST';
  const rows = (await filtered(db, filter)
    .orderByRaw(`${SORT_COLUMNS[sort.field]} ${direction}, id ${sort.order}`)
    .limit(slice.pageSize)
    .offset(offsetOf(slice))
    .select('*')) as JobRow[];
  const total = toCount(await filtered(db, filter).count('* as total'));
  return paged(
    rows.map((row) => toItem(row, now)),
    total,
    slice
  );
};
