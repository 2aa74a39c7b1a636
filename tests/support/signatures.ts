import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

import type { JSONWebKeySet } from 'jose';
import type { Response } from 'supertest';

import { bodyOf, type Http } from './http';

interface Header {
  alg: string;
  kid: string;
  nonce?: string;
}

const decode = (header: string): Header =>
  JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as Header;

const partsOf = (response: Response): string[] =>
  response.get('License-Signature')?.split('.') ?? [];

/** The id of the key that a signed answer was signed with. */
export const kidOf = (response: Response): string => decode(partsOf(response)[0] ?? '').kid;

/** The published key that made a JWS with this protected header. */
export const signerOf = async (http: Http, header: string): Promise<KeyObject> => {
  const { kid } = decode(header);
  const { keys } = bodyOf<JSONWebKeySet>(await http.get('/api/license-keys/jwks.json').expect(200));
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw new Error('The key set lacks the key that signed.');
  return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
};

/** Whether a published key has signed an answer's very bytes, detached, for the request with this nonce. */
export const isSigned = async (http: Http, response: Response, nonce: string): Promise<boolean> => {
  const [header, payload, signature] = partsOf(response);
  if (!header || payload !== '' || !signature || decode(header).nonce !== nonce) return false;
  const bytes = Buffer.from(response.text).toString('base64url');
  return verify(
    null,
    Buffer.from(`${header}.${bytes}`),
    await signerOf(http, header),
    Buffer.from(signature, 'base64url')
  );
};
