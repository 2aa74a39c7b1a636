/** Something that the application has written where others read it. */
export interface Trace {
  /** Such as `log` or `answer POST /api/…`. */
  where: string;
  text: string;
}

/** Shorter ones are words that could stand anywhere. */
const MIN_LENGTH = 16;

/** The forms in which a text may hold a secret. */
const formsOf = (secret: string): string[] => [
  ...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]),
];

const indexOf = (secrets: ReadonlyMap<string, string>): Map<string, [string, string][]> => {
  const byStart = new Map<string, [string, string][]>();
  for (const [secret, what] of secrets) {
    if (secret.length < MIN_LENGTH) continue;
    for (const form of formsOf(secret)) {
      const start = form.slice(0, MIN_LENGTH);
      byStart.set(start, [...(byStart.get(start) ?? []), [form, what]]);
    }
  }
  return byStart;
};

/**
 * Which secrets (with what they are) stand in which traces; the secrets themselves are left out. It looks up
 * every place of every text once, however many secrets there are.
 */
export const findLeaks = (
  secrets: ReadonlyMap<string, string>,
  traces: readonly Trace[]
): string[] => {
  const byStart = indexOf(secrets);
  const leaks = new Set<string>();
  for (const { where, text } of traces) {
    for (let at = 0; at + MIN_LENGTH <= text.length; at += 1) {
      for (const [form, what] of byStart.get(text.slice(at, at + MIN_LENGTH)) ?? []) {
        if (!text.startsWith(form, at)) continue;
        const around = text.slice(Math.max(0, at - 200), at + form.length + 200);
        leaks.add(`${what} in ${where}: ${around.replaceAll(form, '[…]')}`);
      }
    }
  }
  return [...leaks];
};
