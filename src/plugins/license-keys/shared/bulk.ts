import type { LicenseListQuery } from './list';

/** What can be done to many licenses at once. */
export const BULK_ACTIONS = [
  'assign',
  'suspend',
  'unsuspend',
  'inactivate',
  'reactivate',
  'revoke',
  'delete',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const MAX_BULK_SELECTION = 1000;

/** Selected rows (documentIds, at most 1,000), or all that match a filter. */
export type BulkSelection =
  | { ids: string[] }
  | { filter: Omit<LicenseListQuery, 'environment' | 'sort' | 'page' | 'pageSize'> };

/** Body of `POST /license-keys/bulk/dry-run` and of `POST /license-keys/bulk`, which answers `{ data: JobItem }` (202). */
export interface BulkBody {
  environment: string;
  action: BulkAction;
  selection: BulkSelection;
  /** documentId; for `assign`. */
  customer?: string;
  /** One for all. */
  reason?: string;
}

/** Answer of the dry run: for how many the action is legal, and why not for the rest. */
export interface DryRun {
  data: {
    total: number;
    legal: number;
    /** Already as wanted: nothing would change. */
    unchanged: number;
    refused: { code: string; message: string; count: number }[];
    /** Devices that would be deactivated. */
    devices: number;
  };
}

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job as `GET /license-keys/jobs/:id` shows it. */
export interface JobItem {
  id: number;
  type: string;
  /** What is done, such as the bulk action. */
  action: string;
  environment: string;
  state: JobState;
  total: number;
  done: number;
  /** Of those done: carried out, without effect, refused by a rule. */
  succeeded: number;
  unchanged: number;
  refused: number;
  error: string | null;
  requestedBy: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
