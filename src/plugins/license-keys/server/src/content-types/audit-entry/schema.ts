import { ACTOR_TYPES } from '../../../../shared/audit';
import { HIDDEN } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_audit_entries',
  info: { singularName: 'audit-entry', pluralName: 'audit-entries', displayName: 'Audit entry' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    action: { type: 'string', required: true },
    // The documentId, not a relation: the entry outlives the license.
    licenseId: { type: 'string', required: true },
    keyPrefix: { type: 'string', required: true },
    environment: { type: 'string', required: true },
    actorType: {
      type: 'enumeration',
      enum: [...ACTOR_TYPES],
      required: true,
    },
    actorId: { type: 'string' },
    actorName: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    changes: { type: 'json' },
    ip: { type: 'string' },
    requestId: { type: 'string' },
    occurredAt: { type: 'datetime', required: true },
    previousHash: { type: 'string', searchable: false },
    hash: { type: 'string', required: true, searchable: false },
  },
};
