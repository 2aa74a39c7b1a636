import { UID } from '../../uids';
import { EDITABLE, environmentAttribute } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_generators',
  info: {
    singularName: 'generator',
    pluralName: 'generators',
    displayName: 'Generator',
    description: 'How license keys of a product look, and what new licenses start with',
  },
  options: { draftAndPublish: false },
  pluginOptions: EDITABLE,
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    product: {
      type: 'relation',
      relation: 'manyToOne',
      target: UID.product,
      useJoinTable: false,
      required: true,
    },
    environment: environmentAttribute,
    type: { type: 'enumeration', enum: ['uuid', 'chunk', 'custom'], required: true },
    format: { type: 'json' },
    formatSince: { type: 'datetime', writable: false, visible: false },
    activationLimit: { type: 'integer', default: 1, required: true },
    validity: { type: 'json' },
    features: { type: 'json' },
    metadata: { type: 'json' },
    active: { type: 'boolean', default: true, required: true },
    generatedCount: { type: 'integer', default: 0, writable: false },
  },
};
