import { UID } from '../../uids';
import { HIDDEN } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_activations',
  info: { singularName: 'activation', pluralName: 'activations', displayName: 'Activation' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    license: {
      type: 'relation',
      relation: 'manyToOne',
      target: UID.license,
      inversedBy: 'activations',
      useJoinTable: false,
    },
    fingerprint: { type: 'string', required: true, maxLength: 255 },
    name: { type: 'string', maxLength: 255 },
    platform: { type: 'string', maxLength: 255 },
    ip: { type: 'string', maxLength: 45 },
    metadata: { type: 'json' },
    activatedAt: { type: 'datetime', required: true },
    lastVerifiedAt: { type: 'datetime' },
    deactivatedAt: { type: 'datetime' },
    deactivatedBy: { type: 'enumeration', enum: ['customer', 'admin', 'system'] },
  },
};
