import type { Response } from 'supertest';

import { clientOf, type Action } from './api';
import { bodyOf, type Http } from './http';
import { unique } from './stock';

/** Sends a request with this X-Forwarded-For. */
export const from = async (
  http: Http,
  forwardedFor: string,
  body: object,
  action: Action = 'validate',
  environment?: string
): Promise<Response> =>
  clientOf(http, environment)[action](body).set('X-Forwarded-For', forwardedFor);

/** Validates a key that does not exist, as if from this address. */
export const guessFrom = async (http: Http, forwardedFor: string): Promise<Response> =>
  from(http, forwardedFor, { key: unique('GUESS') });

let lastAddress = 0;
/** An address that no other test of the file uses. */
export const someAddress = (): string => `203.0.113.${String((lastAddress += 1))}`;

/** What the answer says of the limit: [limit, remaining, seconds until it starts anew]. */
export const budgetOf = (response: Response): number[] =>
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) =>
    Number(response.get(name) ?? NaN)
  );

/** Returns the seconds that the client is told to wait. */
export const expectLimited = (response: Response, limit: number): number => {
  expect(response.status).toBe(429);
  expect(bodyOf<object>(response)).toStrictEqual({
    data: null,
    error: {
      status: 429,
      name: 'LicenseError',
      message: 'Too many requests. Try again later.',
      details: { code: 'RATE_LIMITED' },
    },
  });
  const [announced, remaining, reset = NaN] = budgetOf(response);
  expect([announced, remaining]).toEqual([limit, 0]);
  expect(Number(response.get('Retry-After'))).toBe(reset);
  expect(reset).toBeGreaterThanOrEqual(1);
  return reset;
};
