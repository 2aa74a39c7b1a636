import type { GeneratorListItem } from '../../../../../shared/generators';
import type { LicenseVerb } from '../../../../../shared/permissions';
import type { TranslationKey } from '../../../i18n/getTranslation';

/** Those that open a dialog. */
export const DIALOG_ACTIONS = ['generate', 'edit', 'delete'] as const;
export type DialogAction = (typeof DIALOG_ACTIONS)[number];

/** What the menu of a generator offers, in its order; `switch` makes it active or inactive. */
export const GENERATOR_ACTIONS = ['generate', 'edit', 'switch', 'licenses', 'delete'] as const;
export type GeneratorAction = (typeof GENERATOR_ACTIONS)[number];

/** The permission that an action takes. */
export const VERBS = {
  generate: 'generate',
  edit: 'update-generator',
  switch: 'update-generator',
  licenses: 'read',
  delete: 'delete-generator',
} as const satisfies Record<GeneratorAction, LicenseVerb>;

/** Why an action cannot be done with this generator, whoever one is; undefined if it can. */
export const obstacleTo = (
  action: GeneratorAction,
  { active, product }: Pick<GeneratorListItem, 'active' | 'product'>
): TranslationKey | undefined => {
  if (action !== 'generate') return undefined;
  if (!active) return 'generators.blocked.generator';
  return product.active ? undefined : 'generators.blocked.product';
};

/** The button that opened the dialog gets the focus back, if its row is still there. */
export const menuButtonId = (documentId: string): string => `generator-actions-${documentId}`;
