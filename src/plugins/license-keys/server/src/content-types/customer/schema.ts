import { EDITABLE, environmentAttribute } from '../environment';

export const schema = {
  kind: 'collectionType',
  collectionName: 'license_keys_customers',
  info: {
    singularName: 'customer',
    pluralName: 'customers',
    displayName: 'Customer',
    description: 'Who a license is assigned to',
  },
  options: { draftAndPublish: false },
  pluginOptions: EDITABLE,
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    email: { type: 'email', required: true, maxLength: 255 },
    environment: environmentAttribute,
    company: { type: 'string', maxLength: 255 },
    metadata: { type: 'json' },
  },
};
