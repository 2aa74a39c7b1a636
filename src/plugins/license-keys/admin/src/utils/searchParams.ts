import { MAX_ID } from '../../../shared/limits';
import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from '../../../shared/list';

import { isDay } from './days';

/** An address with changes; an empty value leaves it. */
export const changed = (
  params: URLSearchParams,
  changes: Record<string, string | undefined>
): URLSearchParams => {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
};

/*
 * Readers of an address. What stands there may be mistyped or outdated: what is not valid there is
 * not there.
 */

export const textIn = (params: URLSearchParams, name: string): string | undefined => {
  const text = params.get(name)?.trim();
  return text === '' ? undefined : text;
};

export const dayIn = (params: URLSearchParams, name: string): string | undefined => {
  const day = params.get(name);
  return day !== null && isDay(day) ? day : undefined;
};

export const choiceIn = <Choice extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly Choice[]
): Choice | undefined => choices.find((choice) => choice === params.get(name));

/** A number that the database gave. */
export const idIn = (params: URLSearchParams, name: string): number | undefined => {
  const id = Number(params.get(name));
  return Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : undefined;
};

/** Which page of a list, and how long one is. */
export const pageIn = (params: URLSearchParams) => {
  const page = Number(params.get('page'));
  const pageSize = PAGE_SIZES.find((size) => String(size) === params.get('pageSize'));
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: pageSize ?? DEFAULT_PAGE_SIZE,
  };
};
