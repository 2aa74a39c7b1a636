/** A day as the server's filters take it: `YYYY-MM-DD`, in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The day that the design system's date picker answers: midnight where its user is. */
export const pickedDay = (date: Date): string =>
  dayOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
