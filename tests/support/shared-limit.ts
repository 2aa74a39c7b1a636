import type { Response } from 'supertest';

import { clientOf } from './api';
import type { Http } from './http';

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
