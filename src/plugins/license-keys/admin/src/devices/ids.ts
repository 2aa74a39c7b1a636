import type { ActivationItem } from '../../../shared/license';

/*
 * Where the focus goes after a device was to be deactivated: back to its button, or to the list
 * once the button is gone.
 */

export const ACTIVATIONS_ID = 'license-activations';

export const deactivateButtonId = ({ documentId }: ActivationItem): string =>
  `deactivate-${documentId}`;
