import { isDay } from './days';

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
