import { STATES } from '../../../../shared/states';
import { UID } from '../../uids';
import { environmentAttribute, HIDDEN } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_licenses',
  info: { singularName: 'license', pluralName: 'licenses', displayName: 'License' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    key: { type: 'string', required: true, maxLength: 255 },
    environment: environmentAttribute,
    // Not "status": Strapi rewrites every sort by that name into the draft/publish rank.
    state: { type: 'enumeration', enum: [...STATES] },
    product: { type: 'relation', relation: 'manyToOne', target: UID.product, useJoinTable: false },
    customer: {
      type: 'relation',
      relation: 'manyToOne',
      target: UID.customer,
      useJoinTable: false,
    },
    generator: {
      type: 'relation',
      relation: 'manyToOne',
      target: UID.generator,
      useJoinTable: false,
    },
    activationLimit: { type: 'integer' },
    expiresAt: { type: 'datetime' },
    validity: { type: 'json' },
    assignedAt: { type: 'datetime' },
    firstActivatedAt: { type: 'datetime' },
    features: { type: 'json' },
    metadata: { type: 'json' },
    activations: {
      type: 'relation',
      relation: 'oneToMany',
      target: UID.activation,
      mappedBy: 'license',
    },
  },
};
