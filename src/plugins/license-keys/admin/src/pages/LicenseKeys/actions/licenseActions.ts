import type { LicenseListItem } from '../../../../../shared/list';
import type { LicenseVerb } from '../../../../../shared/permissions';
import { isEditable, PLAIN_ACTIONS, startsFrom, type State } from '../../../../../shared/states';

/** Those that ask whether one is sure, and why. */
export const CONFIRMED_ACTIONS = [...PLAIN_ACTIONS, 'delete'] as const;

export type ConfirmedAction = (typeof CONFIRMED_ACTIONS)[number];

/** What the menu of a license offers, in its order. */
export const LICENSE_ACTIONS = ['preview', 'edit', 'assign', ...CONFIRMED_ACTIONS] as const;

export type LicenseAction = (typeof LICENSE_ACTIONS)[number];

/** An action that was chosen for a license of the list. */
export interface ActionRequest {
  action: LicenseAction;
  license: LicenseListItem;
}

/** Those that cannot be taken back. */
export const isFinal = (action: string): action is 'revoke' | 'delete' =>
  action === 'revoke' || action === 'delete';

/** The permission that an action takes. */
export const verbOf = (action: LicenseAction): LicenseVerb =>
  action === 'edit' ? 'update' : action;

/** A license may be looked at and deleted in every state. */
export const isPossible = (action: LicenseAction, state: State): boolean => {
  switch (action) {
    case 'preview':
    case 'delete':
      return true;
    case 'edit':
      return isEditable(state);
    default:
      return startsFrom(action, state);
  }
};

/** The button that opened the dialog gets the focus back, if its row is still there. */
export const menuButtonId = ({ documentId }: { documentId: string }): string =>
  `actions-${documentId}`;
