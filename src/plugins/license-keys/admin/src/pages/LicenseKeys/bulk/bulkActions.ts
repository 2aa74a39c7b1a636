import { BULK_ACTIONS, type BulkAction, type BulkSelection } from '../../../../../shared/bulk';

/** An action on many licenses that was chosen and waits to be confirmed. */
export interface BulkRequest {
  environment: string;
  action: BulkAction;
  selection: BulkSelection;
  /** How many licenses are selected. */
  count: number;
}

export const toBulkAction = (name: string): BulkAction | undefined =>
  BULK_ACTIONS.find((action) => action === name);

/** Where the focus goes when the action's dialog closes. */
export const bulkButtonId = (action: BulkAction): string => `bulk-${action}`;
