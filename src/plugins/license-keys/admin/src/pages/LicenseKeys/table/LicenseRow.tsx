import type { ComponentType } from 'react';

import { SORT_FIELDS, type LicenseListItem, type SortField } from '../../../../../shared/list';
import { ActionsMenu } from '../actions/ActionsMenu';
import type { ActionRequest, LicenseAction } from '../actions/licenseActions';
import { RowCheckbox } from '../bulk/selection/RowCheckbox';
import type { Selection } from '../bulk/selection/useSelection';

import { ActivationsCell } from './cells/ActivationsCell';
import type { CellProps } from './cells/CellProps';
import { CreatedCell } from './cells/CreatedCell';
import { CustomerCell } from './cells/CustomerCell';
import { ExpiresCell } from './cells/ExpiresCell';
import { KeyCell } from './cells/KeyCell';
import { ProductCell } from './cells/ProductCell';
import { StateCell } from './cells/StateCell';

const CELLS = {
  key: KeyCell,
  product: ProductCell,
  customer: CustomerCell,
  state: StateCell,
  activationLimit: ActivationsCell,
  expiresAt: ExpiresCell,
  createdAt: CreatedCell,
} satisfies Record<SortField, ComponentType<CellProps>>;

interface LicenseRowProps extends CellProps {
  license: LicenseListItem;
  selection: Selection;
  allowed: ReadonlySet<LicenseAction>;
  onAction: (request: ActionRequest) => void;
}

export const LicenseRow = ({ license, now, selection, allowed, onAction }: LicenseRowProps) => (
  <tr>
    <td>
      <RowCheckbox license={license} selection={selection} />
    </td>
    {SORT_FIELDS.map((field) => {
      const Cell = CELLS[field];
      return (
        <td key={field}>
          <Cell license={license} now={now} />
        </td>
      );
    })}
    <td>
      <ActionsMenu license={license} allowed={allowed} onAction={onAction} />
    </td>
  </tr>
);
