/** Wakes handlers for jobs; what a job is and how far it has come stands in the database. */
export interface Engine {
  /** Runs `run`, which never throws, for every job that it is woken for, each on one instance at a time. */
  start: (run: (jobId: number) => Promise<void>) => Promise<void>;
  wake: (jobId: number) => Promise<void>;
  /** Waits for what is at work. */
  stop: () => Promise<void>;
}
