import { EDITABLE, environmentAttribute } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_products',
  info: {
    singularName: 'product',
    pluralName: 'products',
    displayName: 'Product',
    description: 'What is sold; every license belongs to one',
  },
  options: { draftAndPublish: false },
  pluginOptions: EDITABLE,
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    slug: { type: 'string', required: true, maxLength: 255, regex: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    environment: environmentAttribute,
    active: { type: 'boolean', default: true, required: true },
    description: { type: 'text' },
    features: { type: 'json' },
    metadata: { type: 'json' },
  },
};
