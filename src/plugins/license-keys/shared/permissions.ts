/** One RBAC action per verb. The server checks it on every admin route; the page hides or disables by it. */
export const PLUGIN_ID = 'license-keys';

const VERBS = {
  read: ['licenses', 'Read'],
  preview: ['licenses', 'Preview'],
  export: ['licenses', 'Export'],
  create: ['editing', 'Create'],
  'create-with-key': ['editing', 'Create with a key of one’s own'],
  update: ['editing', 'Edit'],
  assign: ['editing', 'Assign'],
  'create-customer': ['editing', 'Create a customer while assigning'],
  inactivate: ['lifecycle', 'Inactivate'],
  reactivate: ['lifecycle', 'Reactivate'],
  suspend: ['lifecycle', 'Suspend'],
  unsuspend: ['lifecycle', 'Unsuspend'],
  revoke: ['lifecycle', 'Revoke'],
  delete: ['lifecycle', 'Delete'],
  'deactivate-device': ['lifecycle', 'Deactivate a device'],
} as const satisfies Record<string, readonly [subCategory: string, displayName: string]>;

export type LicenseVerb = keyof typeof VERBS;

export const LICENSE_VERBS = Object.keys(VERBS) as LicenseVerb[];

export const permissionId = <V extends LicenseVerb>(verb: V) =>
  `plugin::${PLUGIN_ID}.license.${verb}` as const;

/** As Strapi's action provider takes them. */
export const RBAC_ACTIONS = LICENSE_VERBS.map((verb) => ({
  section: 'plugins',
  pluginName: PLUGIN_ID,
  subCategory: VERBS[verb][0],
  displayName: VERBS[verb][1],
  uid: `license.${verb}`,
}));
