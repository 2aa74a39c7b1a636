/*
 * A license that expires on a day runs until its last moment, where the administrator is. The date
 * picker reads the day of a date in UTC, but answers with midnight where its user is.
 */

export const endOfDay = (day: Date): string =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 59, 999).toISOString();

export const toPickerDate = (instant: Date): Date =>
  new Date(Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()));

export const isSameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Of its own the picker would end after 15 years, and take the last day for a later one. */
const YEARS = 100;

export const lastDay = (): Date => new Date(Date.UTC(new Date().getFullYear() + YEARS, 11, 31));
