/** How far a job has come, and how far it had when its runner took it up. */
export interface Progress {
  total: number;
  done: number;
  resumedAt: Date | null;
  resumedDone: number;
}

/** Seconds until a job is done if it goes on as it did since it was taken up; null before its first step. */
export const remainingSeconds = (
  { total, done, resumedAt, resumedDone }: Progress,
  now: Date
): number | null => {
  const steps = done - resumedDone;
  return resumedAt === null || steps <= 0
    ? null
    : Math.ceil(((now.getTime() - resumedAt.getTime()) / 1000 / steps) * (total - done));
};
