import type { LicenseListItem } from '../../../../../shared/list';
import { PLAIN_ACTIONS, startsFrom, type State } from '../../../../../shared/states';

/** What the menu of a license offers, in its order. */
export const LICENSE_ACTIONS = [...PLAIN_ACTIONS, 'delete'] as const;

export type LicenseAction = (typeof LICENSE_ACTIONS)[number];

/** An action that was chosen and waits to be confirmed. */
export interface ActionRequest {
  action: LicenseAction;
  license: LicenseListItem;
}

export const isFinal = (action: LicenseAction): boolean =>
  action === 'revoke' || action === 'delete';

/** A license may be deleted in every state. */
export const isPossible = (action: LicenseAction, state: State): boolean =>
  action === 'delete' || startsFrom(action, state);

/** The button that opened the dialog gets the focus back, if its row is still there. */
export const menuButtonId = ({ documentId }: LicenseListItem): string => `actions-${documentId}`;
