const MINUTE = 60;

/** Seconds that a client's nth lock-out in a row lasts: a minute, then twice as long each time. */
export const lockoutSeconds = (nth: number, maxMinutes: number): number =>
  Math.min(2 ** (nth - 1), maxMinutes) * MINUTE;
