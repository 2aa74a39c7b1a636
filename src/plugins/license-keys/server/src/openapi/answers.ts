import { JOB_STATES } from '../../../shared/jobs';
import { REFUSALS, SUCCESSES } from '../../../shared/codes';
import { OTHER_AUDIT_ACTIONS, STATE_ACTIONS, STATES } from '../../../shared/states';
import { COUNT, ID, INSTANT, listOf, nullable, oneOf, record, ref, TEXT } from './json-schema';
import type { JsonSchema } from './json-schema';

const STATE = oneOf(STATES);
const LIMIT: JsonSchema = { type: 'integer', description: '-1 is unlimited.' };
const JSON_OBJECT: JsonSchema = { type: 'object' };
const CODES = Object.keys(REFUSALS);
const HINTS = [...new Set(Object.values(REFUSALS).map(({ hint }) => hint))];

const ENVIRONMENT: JsonSchema = { type: 'string', description: 'The environment asked.' };
const META = {
  environment: ENVIRONMENT,
  timestamp: INSTANT,
  requestId: { type: 'string', format: 'uuid' },
};

const Reason = record(
  {
    code: oneOf(CODES),
    message: TEXT,
    at: { ...INSTANT, description: 'The instant from which the reason holds.' },
    limit: COUNT,
    used: COUNT,
    hint: { ...oneOf(HINTS), description: 'What to do next.' },
  },
  ['at', 'limit', 'used']
);

const PublicLicense = record({
  id: ID,
  state: STATE,
  product: record({ id: ID, name: TEXT, slug: TEXT }),
  activationLimit: LIMIT,
  activationCount: COUNT,
  expiresAt: nullable({ ...INSTANT, description: 'null is lifetime.' }),
  inGracePeriod: { type: 'boolean' },
  graceEndsAt: nullable(INSTANT),
  features: JSON_OBJECT,
});

const PublicActivation = record({
  id: ID,
  fingerprint: TEXT,
  name: nullable(TEXT),
  activatedAt: INSTANT,
  lastVerifiedAt: nullable(INSTANT),
});

const PublicMeta = record(
  { ...META, nonce: { type: 'string', description: 'The one of the request.' } },
  ['nonce']
);

const Verdict = record({
  data: record({
    valid: { type: 'boolean', description: 'True only with the code VALID.' },
    code: oneOf(['VALID', ...CODES]),
    message: TEXT,
    reasons: { ...listOf(ref('Reason')), description: 'All that is wrong, the first first.' },
    license: nullable(ref('PublicLicense')),
    activation: nullable(ref('PublicActivation')),
  }),
  meta: ref('PublicMeta'),
});

const Outcome = record({
  data: record({
    code: oneOf(Object.keys(SUCCESSES).filter((code) => code !== 'VALID')),
    message: TEXT,
    license: ref('PublicLicense'),
    activation: nullable(ref('PublicActivation')),
  }),
  meta: ref('PublicMeta'),
});

const OfflineFile: JsonSchema = {
  ...record({ payload: TEXT, protected: TEXT, signature: TEXT }),
  description: 'A JWS in flattened JSON (RFC 7515, section 7.2.2), signed with Ed25519.',
};

const KeySet: JsonSchema = {
  ...record({
    keys: listOf({
      type: 'object',
      required: ['kty', 'crv', 'x', 'kid', 'alg', 'use'],
      properties: {
        kty: { const: 'OKP' },
        crv: { const: 'Ed25519' },
        x: TEXT,
        kid: TEXT,
        alg: { const: 'EdDSA' },
        use: { const: 'sig' },
      },
    }),
  }),
  description: 'RFC 7517; retired keys too.',
};

const LICENSE_ITEM = {
  documentId: ID,
  key: {
    type: 'string',
    description:
      'The whole key: only for tokens with the scope license.readKey. Others get the first characters.',
  },
  keyPrefix: { type: 'string', maxLength: 8, description: 'The first characters of the key.' },
  environment: ENVIRONMENT,
  state: STATE,
  product: record({ documentId: ID, name: TEXT, slug: TEXT, active: { type: 'boolean' } }),
  customer: nullable(record({ documentId: ID, name: TEXT, email: TEXT })),
  activationLimit: LIMIT,
  activationCount: { ...COUNT, description: 'Devices that hold a slot now.' },
  expiresAt: nullable({ ...INSTANT, description: 'null is lifetime.' }),
  createdAt: INSTANT,
};

const LicenseItem = record(LICENSE_ITEM, ['key']);

const License = record(
  {
    ...LICENSE_ITEM,
    generator: nullable(record({ documentId: ID, name: TEXT })),
    validity: nullable({
      ...record({ amount: COUNT, unit: oneOf(['day', 'month', 'year']) }),
      description:
        'Counts from assignment, where there is no `expiresAt` by then: its generator’s, when the license was made.',
    }),
    assignedAt: nullable(INSTANT),
    firstActivatedAt: nullable(INSTANT),
    features: JSON_OBJECT,
    metadata: JSON_OBJECT,
    version: {
      ...INSTANT,
      description:
        'Changes with every change of the license; an edit says on which one it is made.',
    },
  },
  ['key']
);

const Activation = record({
  documentId: ID,
  fingerprint: TEXT,
  name: nullable(TEXT),
  platform: nullable(TEXT),
  ip: nullable(TEXT),
  activatedAt: INSTANT,
  lastVerifiedAt: nullable(INSTANT),
  deactivatedAt: nullable({ ...INSTANT, description: 'null while the device holds its slot.' }),
  deactivatedBy: nullable(oneOf(['customer', 'admin', 'system'])),
});

const Customer = record({
  documentId: ID,
  name: TEXT,
  email: TEXT,
  company: nullable(TEXT),
  createdAt: INSTANT,
});

const AuditEntry = record({
  id: { type: 'integer' },
  action: oneOf([...Object.keys(STATE_ACTIONS), ...OTHER_AUDIT_ACTIONS]),
  licenseId: { type: 'string', description: 'documentId; of a license that may be gone.' },
  keyPrefix: TEXT,
  environment: ENVIRONMENT,
  actorType: oneOf(['admin', 'api-token', 'customer', 'system', 'public']),
  actorId: nullable(TEXT),
  actorName: nullable(TEXT),
  from: nullable(STATE),
  to: nullable(STATE),
  changes: {
    type: 'object',
    additionalProperties: { type: 'object', properties: { before: {}, after: {} } },
  },
  ip: nullable(TEXT),
  requestId: nullable(TEXT),
  occurredAt: INSTANT,
  previousHash: nullable({
    ...TEXT,
    description: 'The hash of the entry before, for its license.',
  }),
  hash: { type: 'string', description: 'SHA-256 over the entry and the hash of the one before.' },
});

const Job = record({
  id: { type: 'integer' },
  type: oneOf(['generate']),
  state: oneOf(JOB_STATES),
  total: COUNT,
  done: COUNT,
  remainingSeconds: nullable({ ...COUNT, description: 'At its pace so far; null if unknown.' }),
  error: nullable(TEXT),
  createdAt: INSTANT,
  startedAt: nullable(INSTANT),
  finishedAt: nullable(INSTANT),
});

const MadeLicense = record(
  { documentId: ID, key: LICENSE_ITEM.key, keyPrefix: LICENSE_ITEM.keyPrefix },
  ['key']
);

const Meta = record(META);

const WalkMeta = record({
  ...META,
  pagination: record({
    limit: { type: 'integer', minimum: 1 },
    nextCursor: nullable({ type: 'string', description: 'For the next page; null on the last.' }),
  }),
});

const Failure: JsonSchema = record({
  data: { type: 'null' },
  error: record({
    status: { type: 'integer' },
    name: TEXT,
    message: { type: 'string', description: 'A sentence for people; programs read details.code.' },
    details: {
      type: 'object',
      properties: {
        code: { type: 'string', description: 'Stable; of every LicenseError.' },
        reasons: listOf(ref('Reason')),
        errors: listOf(record({ path: listOf(TEXT), message: TEXT, name: TEXT })),
      },
    },
  }),
});

/** What the routes answer, by name. */
export const ANSWERS = {
  Reason,
  PublicLicense,
  PublicActivation,
  PublicMeta,
  Verdict,
  Outcome,
  OfflineFile,
  KeySet,
  Health: record({ status: { const: 'ok' } }),
  LicenseItem,
  License,
  LicenseKey: record({ documentId: ID, key: TEXT }),
  Activation,
  Customer,
  AuditEntry,
  Job,
  MadeLicense,
  Meta,
  WalkMeta,
  Failure,
} as const satisfies Record<string, JsonSchema>;

export type AnswerName = keyof typeof ANSWERS;

/** `{ data, meta }` of one thing. */
export const single = (name: AnswerName): JsonSchema =>
  record({ data: ref(name), meta: ref('Meta') });

/** `{ data, meta }` of several. */
export const several = (name: AnswerName): JsonSchema =>
  record({ data: listOf(ref(name)), meta: ref('Meta') });

/** A piece of a list that is walked by cursor. */
export const piece = (name: AnswerName): JsonSchema =>
  record({ data: listOf(ref(name)), meta: ref('WalkMeta') });
