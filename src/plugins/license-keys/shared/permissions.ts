/** One RBAC action per verb. The server checks it on every admin route; the page hides or disables by it. */
export const PLUGIN_ID = 'license-keys';

const VERBS = {
  read: ['licenses', 'Read'],
  preview: ['licenses', 'Preview'],
  export: ['licenses', 'Export'],
  'read-devices': ['licenses', 'Read all devices'],
  'read-audit': ['audit', 'Read the audit log'],
  'export-audit': ['audit', 'Export the audit log'],
  create: ['editing', 'Create'],
  'create-with-key': ['editing', 'Create with a key of one’s own'],
  update: ['editing', 'Edit'],
  assign: ['editing', 'Assign'],
  'create-customer': ['editing', 'Create a customer while assigning'],
  import: ['editing', 'Import from CSV'],
  inactivate: ['lifecycle', 'Inactivate'],
  reactivate: ['lifecycle', 'Reactivate'],
  suspend: ['lifecycle', 'Suspend'],
  unsuspend: ['lifecycle', 'Unsuspend'],
  revoke: ['lifecycle', 'Revoke'],
  delete: ['lifecycle', 'Delete'],
  'deactivate-device': ['lifecycle', 'Deactivate a device'],
  'read-generators': ['generators', 'Read'],
  'create-generator': ['generators', 'Create'],
  'update-generator': ['generators', 'Edit, activate and deactivate'],
  'delete-generator': ['generators', 'Delete'],
  generate: ['generators', 'Generate licenses'],
  'read-settings': ['settings', 'Read'],
  'rotate-signing-keys': ['settings', 'Rotate the signing keys'],
} as const satisfies Record<string, readonly [subCategory: string, displayName: string]>;

/** By sub-category: what the verb is done to. */
const RESOURCES = {
  licenses: 'license',
  editing: 'license',
  lifecycle: 'license',
  generators: 'generator',
  audit: 'audit',
  settings: 'settings',
} as const satisfies Record<(typeof VERBS)[keyof typeof VERBS][0], string>;

/** Unique without its resource: Strapi's `useRBAC` knows an action by its last part. */
export type LicenseVerb = keyof typeof VERBS;

export const LICENSE_VERBS = Object.keys(VERBS) as LicenseVerb[];

const uidOf = (verb: LicenseVerb) => `${RESOURCES[VERBS[verb][0]]}.${verb}` as const;

export const permissionId = (verb: LicenseVerb) => `plugin::${PLUGIN_ID}.${uidOf(verb)}` as const;

/** As Strapi's action provider takes them. */
export const RBAC_ACTIONS = LICENSE_VERBS.map((verb) => ({
  section: 'plugins',
  pluginName: PLUGIN_ID,
  subCategory: VERBS[verb][0],
  displayName: VERBS[verb][1],
  uid: uidOf(verb),
}));
