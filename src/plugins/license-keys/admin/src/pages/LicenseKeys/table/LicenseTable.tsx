import { Typography } from '@strapi/design-system';

import { formatSort, SORT_FIELDS, type LicenseListItem } from '../../../../../shared/list';
import { DataTable, TableBox } from '../../../components/DataTable';
import { useNow } from '../../../hooks/useNow';
import { useTranslate } from '../../../i18n/useTranslate';
import type { ActionRequest } from '../actions/licenseActions';
import { useAllowedActions } from '../actions/useAllowedActions';
import type { ListQuery } from '../hooks/useListQuery';

import { LicenseRow } from './LicenseRow';
import { LoadingRow } from './LoadingRow';
import { SortableHead } from './SortableHead';

interface LicenseTableProps {
  list: ListQuery;
  licenses: LicenseListItem[] | undefined;
  isBusy: boolean;
  onAction: (request: ActionRequest) => void;
}

export const LicenseTable = ({ list, licenses, isBusy, onAction }: LicenseTableProps) => {
  const t = useTranslate();
  const now = useNow();
  const allowed = useAllowedActions();

  return (
    <TableBox>
      <DataTable aria-label={t('page.title')} aria-busy={isBusy}>
        <thead>
          <tr>
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
              allowed={allowed}
              onAction={onAction}
            />
          )) ?? <LoadingRow />}
        </tbody>
      </DataTable>
    </TableBox>
  );
};
