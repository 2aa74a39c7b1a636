import type { ContentApiRoute } from '../routes/content-api';
import { COUNT, TEXT } from './json-schema';

/** What answers say besides their bodies. */
export const HEADERS = {
  'Retry-After': { description: 'Seconds to wait.', schema: COUNT },
  'RateLimit-Limit': {
    description:
      'Requests a minute: for the license key, or from the client’s address for keys that do not exist. Absent where there is no limit.',
    schema: COUNT,
  },
  'RateLimit-Remaining': { description: 'How many of them are left.', schema: COUNT },
  'RateLimit-Reset': { description: 'Seconds until they start anew.', schema: COUNT },
  'License-Signature': {
    description:
      'To a request with a nonce: a detached JWS (RFC 7515, appendix F) over the bytes of the body, signed with Ed25519. Its protected header has `alg`, `kid` (of `jwks.json`) and `nonce`, which must be the one that was sent. Absent where there is no nonce to be found: the body is no JSON object or larger than 64 KB, or its nonce no text of at most 128 characters.',
    schema: TEXT,
  },
  'Idempotency-Replayed': {
    description: 'This is what the first request with this Idempotency-Key was answered.',
    schema: { const: 'true' },
  },
} as const;

const TRY_LATER = ['429', '503'];
/** What is answered before a request has its effect, and so is never the first answer to its Idempotency-Key. */
const NEVER_REPLAYED = ['401', '413', '422', ...TRY_LATER];

/** Whether software in the field calls it, with a license key. */
const isKeyed = ({ method, config }: ContentApiRoute): boolean =>
  config.auth === false && method === 'POST';

export const takesIdempotencyKey = ({ method, path, config }: ContentApiRoute): boolean =>
  method !== 'GET' && (config.auth !== false || /\/(de)?activate$/.test(path));

/** The headers that an answer of this status may have, as OpenAPI refers to them. */
export const headersOf = (route: ContentApiRoute, status: string): { headers?: object } => {
  const names = {
    'Retry-After': TRY_LATER.includes(status),
    'RateLimit-Limit': isKeyed(route),
    'RateLimit-Remaining': isKeyed(route),
    'RateLimit-Reset': isKeyed(route),
    // Whatever the request: its body may hold a nonce.
    'License-Signature': true,
    'Idempotency-Replayed': takesIdempotencyKey(route) && !NEVER_REPLAYED.includes(status),
  } satisfies Record<keyof typeof HEADERS, boolean>;
  const references = Object.entries(names)
    .filter(([, has]) => has)
    .map(([name]) => [name, { $ref: `#/components/headers/${name}` }] as const);
  return references.length > 0 ? { headers: Object.fromEntries(references) } : {};
};
