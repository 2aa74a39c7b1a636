import type { BulkAction } from './bulk';
import { IMPORT_KINDS, IMPORT_VERBS } from './imports';
import type { SortOrder } from './list';
import type { LicenseVerb } from './permissions';

/** Each has one handler, in the server's `jobs/handlers.ts`. */
export const JOB_TYPES = ['bulk', 'devices', 'generate', 'import'] as const;
export type JobType = (typeof JOB_TYPES)[number];

/** What it takes to cancel, retry or delete a job: all of them. Who has them sees it, too. */
export const verbsOfJob = ({ type, action }: { type: JobType; action: string }): LicenseVerb[] => {
  switch (type) {
    case 'bulk':
      return [action as BulkAction];
    case 'devices':
      return ['deactivate-device'];
    case 'import':
      return [
        type,
        ...IMPORT_KINDS.filter((kind) => action.endsWith(`-${kind}`)).map(
          (kind) => IMPORT_VERBS[kind]
        ),
      ];
    default:
      return [type];
  }
};

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How often a job is begun: after each failure later, and no more after the last. */
export const MAX_JOB_ATTEMPTS = 5;

export const JOB_OUTCOMES = ['succeeded', 'unchanged', 'refused'] as const;
/** Carried out, without effect, refused by a rule. */
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** A job as `GET /license-keys/jobs/:id` shows it. */
export interface JobItem {
  id: number;
  type: JobType;
  /** What is done, such as the bulk action. */
  action: string;
  /** What it is about: a generator and its product, a file, a customer. */
  subject: string | null;
  environment: string;
  state: JobState;
  total: number;
  done: number;
  /** Of those done: carried out, without effect, refused by a rule. */
  succeeded: number;
  unchanged: number;
  refused: number;
  /** An estimate, in seconds; null while there is nothing to go by. */
  remainingSeconds: number | null;
  /** A rule's sentence, or a code: never a message that quotes values. */
  error: string | null;
  /** Of the rule, where it was one. */
  errorCode: string | null;
  /** How often it was begun since somebody asked for it, but for those times that it was handed back. */
  attempts: number;
  /** When a job that failed for a while is begun again. */
  nextAttemptAt: string | null;
  requestedBy: string | null;
  /** The administrator's id. */
  requestedById: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export const JOB_SORT_FIELDS = ['createdAt', 'finishedAt', 'type', 'state'] as const;
export type JobSortField = (typeof JOB_SORT_FIELDS)[number];

export const DEFAULT_JOB_SORT = { field: 'createdAt', order: 'desc' } as const satisfies {
  field: JobSortField;
  order: SortOrder;
};

/** Query of `GET /license-keys/jobs`, which answers `Paged<JobItem>`. */
export interface JobListQuery {
  environment: string;
  type?: JobType;
  state?: JobState;
  /** An administrator's id. */
  requestedBy?: string;
  /** Days, `YYYY-MM-DD` in UTC, both included. */
  createdFrom?: string;
  createdTo?: string;
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

/**
 * What came of one item of a job. `GET /license-keys/jobs/:id/results` gives all of them, or
 * those of one `outcome`, as CSV.
 */
export interface JobResult {
  id: number;
  /** Of an import: the line of the file. */
  line: number | null;
  /** documentId; null where there is no license. */
  licenseId: string | null;
  keyPrefix: string | null;
  /** Of a deactivation: documentId of the activation, and the device's name or else its fingerprint. */
  deviceId: string | null;
  device: string | null;
  /** `pending` until its turn has come. */
  outcome: JobOutcome | 'pending';
  code: string | null;
  /** Of an import: the field that is to blame, where it is one. */
  field: string | null;
  message: string | null;
}

/** Query of `GET /license-keys/jobs/:id/items`: results in their order, after an id. */
export interface JobResultsQuery {
  outcome?: JobOutcome;
  after?: number;
  /** At most 100. */
  pageSize?: number;
}

export interface JobResultsAnswer {
  data: JobResult[];
  /** To be sent as `after` for the next ones; null where there are no more. */
  meta: { next: number | null };
}
