/** One RBAC action per verb. The server checks it on every admin route; the page hides or disables by it. */
export const PLUGIN_ID = 'license-keys';

const VERBS = {
  read: 'Read',
  preview: 'Preview',
  update: 'Edit',
  assign: 'Assign',
  inactivate: 'Inactivate',
  reactivate: 'Reactivate',
  suspend: 'Suspend',
  unsuspend: 'Unsuspend',
  revoke: 'Revoke',
  delete: 'Delete',
} as const;

export type LicenseVerb = keyof typeof VERBS;

export const permissionId = <V extends LicenseVerb>(verb: V) =>
  `plugin::${PLUGIN_ID}.license.${verb}` as const;

/** As Strapi's action provider takes them. */
export const RBAC_ACTIONS = (Object.keys(VERBS) as LicenseVerb[]).map((verb) => ({
  section: 'plugins',
  pluginName: PLUGIN_ID,
  subCategory: 'licenses',
  displayName: VERBS[verb],
  uid: `license.${verb}`,
}));
