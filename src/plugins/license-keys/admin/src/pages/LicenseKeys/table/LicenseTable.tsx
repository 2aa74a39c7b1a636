import type { ComponentType } from 'react';

import { SORT_FIELDS, type LicenseListItem, type SortField } from '../../../../../shared/list';
import { keyPrefix } from '../../../../../shared/limits';
import { useNow } from '../../../hooks/useNow';
import { useTranslate } from '../../../i18n/useTranslate';
import { RecordTable } from '../../../list/RecordTable';
import { PageCheckbox } from '../../../list/selection/PageCheckbox';
import { RowCheckbox } from '../../../list/selection/RowCheckbox';
import type { Selection } from '../../../list/selection/useSelection';
import { ActionsMenu } from '../actions/ActionsMenu';
import type { ActionRequest } from '../actions/licenseActions';
import { useAllowedActions } from '../actions/useAllowedActions';
import type { ListQuery } from '../hooks/useListQuery';

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

interface LicenseTableProps {
  list: ListQuery;
  licenses: LicenseListItem[] | undefined;
  selection: Selection;
  isBusy: boolean;
  onAction: (request: ActionRequest) => void;
}

export const LicenseTable = ({
  list,
  licenses,
  selection,
  isBusy,
  onAction,
}: LicenseTableProps) => {
  const t = useTranslate();
  const now = useNow();
  const allowed = useAllowedActions();

  return (
    <RecordTable<LicenseListItem, SortField>
      label={t('page.title')}
      loadingLabel={t('page.loading')}
      items={licenses}
      keyOf={({ documentId }) => documentId}
      list={list}
      isBusy={isBusy}
      columns={[
        {
          name: 'selection',
          head: <PageCheckbox label={t('bulk.selectPage')} selection={selection} />,
          cell: ({ documentId, key }) => (
            <RowCheckbox
              label={t('bulk.select', { key: `${keyPrefix(key)}…` })}
              documentId={documentId}
              selection={selection}
            />
          ),
        },
        ...SORT_FIELDS.map((field) => {
          const Cell = CELLS[field];
          return {
            name: field,
            head: t(`column.${field}`),
            sortBy: field,
            cell: (license: LicenseListItem) => <Cell license={license} now={now} />,
          };
        }),
        {
          name: 'actions',
          head: t('column.actions'),
          cell: (license) => (
            <ActionsMenu license={license} allowed={allowed} onAction={onAction} />
          ),
        },
      ]}
    />
  );
};
