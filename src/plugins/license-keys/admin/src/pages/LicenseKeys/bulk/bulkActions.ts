import { BULK_ACTIONS, type BulkAction, type BulkSelection } from '../../../../../shared/bulk';

/** An action on many licenses that was chosen and waits to be confirmed. */
export interface BulkRequest {
  environment: string;
  action: BulkAction;
  selection: BulkSelection;
  /** How many licenses are selected. */
  count: number;
}

/** Those cannot be undone. */
export const isFinal = (action: BulkAction): boolean => action === 'revoke' || action === 'delete';

export const toBulkAction = (name: string): BulkAction | undefined =>
  BULK_ACTIONS.find((action) => action === name);

/** The button that opened the dialog gets the focus back, if it is still there. */
export const bulkButtonId = (action: BulkAction): string => `bulk-${action}`;
export const jobButtonId = (id: number): string => `job-${id}`;
