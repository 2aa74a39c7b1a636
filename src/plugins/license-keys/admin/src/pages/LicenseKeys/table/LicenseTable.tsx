import { Typography } from '@strapi/design-system';

import { formatSort, SORT_FIELDS, type LicenseListItem } from '../../../../../shared/list';
import { DataTable, TableBox } from '../../../components/DataTable';
import { useNow } from '../../../hooks/useNow';
import { useTranslate } from '../../../i18n/useTranslate';
import type { ActionRequest } from '../actions/licenseActions';
import { useAllowedActions } from '../actions/useAllowedActions';
import { PageCheckbox } from '../bulk/selection/PageCheckbox';
import type { Selection } from '../bulk/selection/useSelection';
import type { ListQuery } from '../hooks/useListQuery';

import { LicenseRow } from './LicenseRow';
import { LoadingRow } from './LoadingRow';
import { SortableHead } from './SortableHead';

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
    <TableBox>
      <DataTable aria-label={t('page.title')} aria-busy={isBusy}>
        <thead>
          <tr>
            <th scope="col">
              <PageCheckbox selection={selection} />
            </th>
            {SORT_FIELDS.map((field) => (
              <SortableHead
                key={field}
                field={field}
                sort={list.sort}
                onSort={(sort) => {
                  list.update({ sort: formatSort(sort) });
                }}
              />
            ))}
            <th scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {t('column.actions')}
              </Typography>
            </th>
          </tr>
        </thead>
        <tbody>
          {licenses?.map((license) => (
            <LicenseRow
              key={license.documentId}
              license={license}
              now={now}
              selection={selection}
              allowed={allowed}
              onAction={onAction}
            />
          )) ?? <LoadingRow />}
        </tbody>
      </DataTable>
    </TableBox>
  );
};
