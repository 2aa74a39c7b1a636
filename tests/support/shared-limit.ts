import type { Response } from 'supertest';

import { clientOf, type TestApi } from './api';
import { passTime, stopClock } from './clock';
import type { Http } from './http';
import { unique } from './stock';

/** Asks all instances at the same moment, each so often; returns how often each status came. */
export const askAll = async (
  instances: readonly Http[],
  times: number,
  bodyOfRequest: () => object
): Promise<Record<string, number>> => {
  const requests = instances.flatMap((http) =>
    Array.from({ length: times }, async (): Promise<Response> => {
      return clientOf(http).validate(bodyOfRequest());
    })
  );
  const counts: Record<string, number> = {};
  for (const { status } of await Promise.all(requests)) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

/** Guesses until the client is locked out; returns the seconds that it is to wait. */
export const lockOut = async (http: Http): Promise<number> => {
  for (;;) {
    const response = await clientOf(http).validate({ key: unique('GUESS') });
    if (response.status === 429) return Number(response.get('Retry-After'));
  }
};

/** Asks in this minute and in the next; returns how many lines of the log said each time that the store is down. */
export const complaintsOfTwoMinutes = async (
  api: TestApi,
  ask: () => Promise<unknown>
): Promise<number[]> => {
  const logged = jest.spyOn(api.strapi.log, 'warn');
  const lines = (): number =>
    logged.mock.calls.filter(([line]) => (line as unknown as string).includes('counting locally'))
      .length;
  try {
    await ask();
    const first = lines();
    stopClock();
    passTime(60);
    await ask();
    return [first, lines() - first];
  } finally {
    jest.useRealTimers();
    logged.mockRestore();
  }
};
