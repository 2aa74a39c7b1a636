import type { Response } from 'supertest';

import type { Http } from './http';

/** What Strapi's security middleware sets. */
const NAMES = [
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
];

const valuesOf = ({ headers }: Response): unknown[] =>
  NAMES.map((name) => (headers as Record<string, unknown>)[name]);

/** An answer has the security headers of an answer that is Strapi's own. */
export const expectSecured = async (http: Http, answer: Response): Promise<void> => {
  const expected = valuesOf(await http.get('/api/strapi-own'));
  for (const value of expected) expect(value).toEqual(expect.any(String));
  expect(valuesOf(answer)).toEqual(expected);
};
