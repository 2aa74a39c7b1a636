import type { PlainAction } from '../../../shared/states';
import type { RequestName } from '../controllers/content-api/requests';
import type { RuleCode } from '../domain/decision';
import type { ContentApiHandler } from '../routes/content-api';
import { piece, several, single } from './answers';
import { together } from './failures';
import type { Failures } from './failures';
import { ref } from './json-schema';
import type { JsonSchema } from './json-schema';

export interface Operation {
  tag: 'Validation' | 'Licenses' | 'Activations' | 'Customers' | 'Audit' | 'Service';
  summary: string;
  description?: string;
  /** The name under which the route's schemas stand in `REQUESTS`; absent where it takes nothing. */
  request?: RequestName;
  /** What its parameters mean, where they mean something else than on other routes. */
  parameters?: Record<string, string>;
  /** The successful answers by status; null is one without a body. */
  answers: Record<number, JsonSchema | null>;
  failures: Failures;
}

const OUTAGE: Failures = { 503: { names: ['ServiceUnavailableError'] } };

/** What stands against a license: a validation says so with 200, every other request is refused. */
const UNUSABLE = [
  'REVOKED',
  'SUSPENDED',
  'INACTIVE',
  'EXPIRED',
  'PRODUCT_INACTIVE',
  'NOT_ASSIGNED',
] as const satisfies readonly RuleCode[];

const KEYED: Failures = together(OUTAGE, {
  400: { names: ['ValidationError'] },
  404: { names: ['NotFoundError'] },
  413: { names: ['PayloadTooLargeError'] },
  429: { codes: ['RATE_LIMITED'] },
});

const ONCE: Failures = { 422: { codes: ['IDEMPOTENCY_KEY_REUSED'] } };

const READING: Failures = together(OUTAGE, {
  400: { names: ['ValidationError'] },
  401: { names: ['UnauthorizedError'] },
  403: { names: ['ForbiddenError'] },
  404: { names: ['NotFoundError'] },
});

const WALKING = together(READING, { 400: { codes: ['INVALID_CURSOR'] } });

const WRITING = together(READING, ONCE, { 413: { names: ['PayloadTooLargeError'] } });

const OF_A_JOB: Failures = { 404: { codes: ['NOT_FOUND'] } };
const OF_A_LICENSE: Failures = { 404: { codes: ['NOT_FOUND'] } };
const OF_AN_ACTIVATION: Failures = { 404: { codes: ['ACTIVATION_NOT_FOUND'] } };
const FURTHER_SCOPE: Failures = { 403: { codes: ['PERMISSION_REQUIRED'] } };

const FIELDS = [
  'INVALID_ACTIVATION_LIMIT',
  'INVALID_EXPIRY',
  'INVALID_FEATURES',
  'INVALID_METADATA',
  'UNKNOWN_RELATION',
  'CROSS_ENVIRONMENT_RELATION',
] as const satisfies readonly RuleCode[];

const CREATING = together(WRITING, FURTHER_SCOPE, {
  400: {
    codes: [
      ...FIELDS,
      'GENERATOR_PRODUCT_MISMATCH',
      'GENERATOR_INACTIVE',
      'INVALID_KEY',
      'INVALID_FORMAT',
      'KEY_TAKEN',
    ],
  },
});

const KEY_NOTE =
  'Answers hold the first characters of keys; with the scope license.readKey, whole keys as well.';

const action = (name: PlainAction, summary: string): Operation => ({
  tag: 'Licenses',
  summary,
  request: `license.${name}`,
  answers: { 200: single('License') },
  failures: together(WRITING, OF_A_LICENSE, {
    400: { codes: ['INVALID_TRANSITION', 'LICENSE_EXPIRED', 'CUSTOMER_REQUIRED'] },
  }),
});

/** What the document says of each route, by its handler. */
export const OPERATIONS: Record<ContentApiHandler, Operation> = {
  'licensing.validate': {
    tag: 'Validation',
    summary: 'Say whether a license may be used',
    description:
      'Answers 200 to every well-formed request, with all that is wrong. Reads, and changes nothing.',
    request: 'licensing.validate',
    answers: { 200: ref('Verdict') },
    failures: KEYED,
  },
  'licensing.activate': {
    tag: 'Validation',
    summary: 'Give a device one of a license’s slots',
    description: '201 for a new device, 200 for one that has a slot already.',
    request: 'licensing.activate',
    answers: { 200: ref('Outcome'), 201: ref('Outcome') },
    failures: together(KEYED, ONCE, {
      403: { codes: [...UNUSABLE, 'PRODUCT_MISMATCH'] },
      404: { codes: ['NOT_FOUND'] },
      409: { codes: ['LIMIT_EXCEEDED'] },
    }),
  },
  'licensing.deactivate': {
    tag: 'Validation',
    summary: 'Free a device’s slot',
    request: 'licensing.deactivate',
    answers: { 200: ref('Outcome') },
    failures: together(KEYED, ONCE, { 404: { codes: ['NOT_FOUND', 'ACTIVATION_NOT_FOUND'] } }),
  },
  'licensing.offlineFile': {
    tag: 'Validation',
    summary: 'What a device may rely on without asking, signed',
    request: 'licensing.offlineFile',
    answers: { 200: ref('OfflineFile') },
    failures: together(KEYED, {
      403: { codes: [...UNUSABLE, 'NOT_ACTIVATED'] },
      404: { codes: ['NOT_FOUND'] },
    }),
  },
  'licensing.keySet': {
    tag: 'Service',
    summary: 'The public keys that answers and files are signed with',
    answers: { 200: ref('KeySet'), 304: null },
    failures: OUTAGE,
  },
  'licensing.health': {
    tag: 'Service',
    summary: 'Whether the database answers',
    answers: { 200: ref('Health') },
    failures: OUTAGE,
  },
  'licensing.openApi': {
    tag: 'Service',
    summary: 'This document',
    answers: { 200: { type: 'object' } },
    failures: {},
  },
  'license.find': {
    tag: 'Licenses',
    summary: 'List licenses',
    description: `With the filters and sorts of the admin page. Pages are walked by cursor: rows that come or go meanwhile are neither repeated nor do they hide others. ${KEY_NOTE} Without that scope, \`_q\` finds keys by their first characters or whole.`,
    request: 'license.find',
    answers: { 200: piece('LicenseItem') },
    failures: WALKING,
  },
  'license.findOne': {
    tag: 'Licenses',
    summary: 'Read a license',
    description: KEY_NOTE,
    request: 'license.findOne',
    answers: { 200: single('License') },
    failures: together(READING, OF_A_LICENSE),
  },
  'license.readKey': {
    tag: 'Licenses',
    summary: 'Read the key of a license',
    description: 'With this scope, the answers of the other routes hold whole keys as well.',
    request: 'license.readKey',
    answers: { 200: single('LicenseKey') },
    failures: together(READING, OF_A_LICENSE),
  },
  'license.create': {
    tag: 'Licenses',
    summary: 'Create a license by a generator’s rules',
    description:
      'What is absent comes from the generator. With a customer it is assigned at once, which takes the scope license.assign.',
    request: 'license.create',
    answers: { 201: single('License') },
    failures: CREATING,
  },
  'license.createWithKey': {
    tag: 'Licenses',
    summary: 'Create a license with a key of one’s own',
    request: 'license.createWithKey',
    answers: { 201: single('License') },
    failures: CREATING,
  },
  'license.update': {
    tag: 'Licenses',
    summary: 'Edit a license',
    description:
      'What is absent stays. `version` is that of the license as it was read; where it was changed since, the edit is refused with EDIT_CONFLICT. Another customer takes the scope license.assign.',
    request: 'license.update',
    answers: { 200: single('License') },
    failures: together(WRITING, OF_A_LICENSE, FURTHER_SCOPE, {
      400: {
        codes: [
          ...FIELDS,
          'INVALID_TRANSITION',
          'CUSTOMER_REQUIRED',
          'LICENSE_EXPIRED',
          'LICENSE_REVOKED',
        ],
      },
      409: { codes: ['EDIT_CONFLICT'] },
    }),
  },
  'license.delete': {
    tag: 'Licenses',
    summary: 'Delete a license with its activations',
    description: 'Its audit entries stay.',
    request: 'license.delete',
    answers: { 204: null },
    failures: together(READING, ONCE, OF_A_LICENSE),
  },
  'license.assign': {
    tag: 'Licenses',
    summary: 'Give an available license to a customer',
    description:
      'To the customer who has it already it changes nothing; from another customer it is not taken (409 ALREADY_ASSIGNED): that is an edit.',
    request: 'license.assign',
    answers: { 200: single('License') },
    failures: together(WRITING, OF_A_LICENSE, {
      400: {
        codes: [
          'INVALID_TRANSITION',
          'UNKNOWN_RELATION',
          'CROSS_ENVIRONMENT_RELATION',
          'LICENSE_EXPIRED',
          'LICENSE_REVOKED',
        ],
      },
      409: { codes: ['ALREADY_ASSIGNED'] },
    }),
  },
  'license.randomAssign': {
    tag: 'Licenses',
    summary: 'Give a customer so many available licenses of a product',
    description:
      'All of them or none: where the pool has fewer, 409 POOL_EXHAUSTED says how many. No license goes to two customers.',
    request: 'license.randomAssign',
    answers: { 200: several('LicenseItem') },
    failures: together(WRITING, {
      400: { codes: ['UNKNOWN_RELATION'] },
      409: { codes: ['POOL_EXHAUSTED'] },
    }),
  },
  'license.inactivate': action('inactivate', 'Block an active license for a while'),
  'license.reactivate': action('reactivate', 'Let an inactive license be used again'),
  'license.suspend': action('suspend', 'Block an active license for suspected abuse'),
  'license.unsuspend': action('unsuspend', 'Let a suspended license be used again'),
  'license.revoke': action('revoke', 'End a license for good, and deactivate its devices'),
  'license.offlineFile': {
    tag: 'Licenses',
    summary: 'What devices may rely on without asking, signed',
    description: 'For one device, or without a fingerprint for all that hold a slot.',
    request: 'license.offlineFile',
    answers: { 200: ref('OfflineFile') },
    failures: together(READING, OF_A_LICENSE, { 403: { codes: [...UNUSABLE, 'NOT_ACTIVATED'] } }),
  },
  'activation.find': {
    tag: 'Activations',
    summary: 'List the devices of a license, the latest first',
    description: 'Those that have ended too.',
    request: 'activation.find',
    answers: { 200: piece('Activation') },
    failures: together(WALKING, OF_A_LICENSE),
  },
  'activation.deactivate': {
    tag: 'Activations',
    summary: 'Free the slot of a device',
    description: 'Nothing happens to one that has none.',
    request: 'activation.deactivate',
    answers: { 200: single('Activation') },
    failures: together(WRITING, OF_AN_ACTIVATION),
  },
  'customer.find': {
    tag: 'Customers',
    summary: 'List customers, the latest first',
    description: 'With `email`, the one who has it.',
    request: 'customer.find',
    parameters: { _q: 'Text to be found in the name, the e-mail or the company.' },
    answers: { 200: piece('Customer') },
    failures: WALKING,
  },
  'customer.create': {
    tag: 'Customers',
    summary: 'Create a customer',
    description:
      'An environment has an e-mail address once, whatever its case: for one that it has, 400 NOT_UNIQUE.',
    request: 'customer.create',
    answers: { 201: single('Customer') },
    failures: together(WRITING, { 400: { codes: ['NOT_UNIQUE'] } }),
  },
  'generator.generate': {
    tag: 'Licenses',
    summary: 'Make licenses by a generator’s rules, up to 100,000 at once',
    description:
      'Up to 1,000 are made at once, all or none: 201. More are made by a job: 202; its licenses are those that the list finds by `job`. With an Idempotency-Key, a request that is repeated makes nothing twice.',
    request: 'generator.generate',
    answers: { 201: several('MadeLicense'), 202: single('Job') },
    failures: together(WRITING, OF_A_LICENSE, {
      400: {
        codes: ['GENERATOR_INACTIVE', 'INVALID_FORMAT', 'KEYS_EXHAUSTED', 'KEY_FUNCTION_FAILED'],
      },
    }),
  },
  'job.findOne': {
    tag: 'Licenses',
    summary: 'How far a job has come',
    request: 'job.findOne',
    answers: { 200: single('Job') },
    failures: together(READING, OF_A_JOB),
  },
  'job.cancel': {
    tag: 'Licenses',
    summary: 'Stop a job that makes licenses; what it has made stays',
    description: 'Nothing happens to one that has ended.',
    request: 'job.cancel',
    answers: { 200: single('Job') },
    failures: together(WRITING, OF_A_JOB),
  },
  'audit-entry.find': {
    tag: 'Audit',
    summary: 'List what happened, the latest first',
    description: 'In an environment, or to one license of it, which may be gone.',
    request: 'audit-entry.find',
    answers: { 200: piece('AuditEntry') },
    failures: WALKING,
  },
};
