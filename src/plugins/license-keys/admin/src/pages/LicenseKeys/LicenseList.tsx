import { Pagination } from '@strapi/strapi/admin';

import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from '../../../../shared/list';
import { ErrorState } from '../../components/ErrorState';

import type { ActionRequest } from './actions/licenseActions';
import type { Selection } from './bulk/selection/useSelection';
import { EmptyList } from './EmptyList';
import { NO_FILTERS } from './hooks/listParams';
import type { LicensesResult } from './hooks/useLicenses';
import type { ListQuery } from './hooks/useListQuery';
import { LicenseTable } from './table/LicenseTable';

interface LicenseListProps {
  list: ListQuery;
  licenses: LicensesResult;
  selection: Selection;
  onAction: (request: ActionRequest) => void;
}

export const LicenseList = ({ list, licenses, selection, onAction }: LicenseListProps) => {
  const { answer, error, isFetching, refetch } = licenses;

  if (error)
    return <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  if (answer?.meta.pagination.total === 0) {
    return (
      <EmptyList
        query={answer.query}
        onClearFilters={() => {
          list.update(NO_FILTERS);
        }}
      />
    );
  }
  return (
    <>
      <LicenseTable
        list={list}
        licenses={answer?.data}
        selection={selection}
        isBusy={isFetching}
        onAction={onAction}
      />
      <Pagination.Root defaultPageSize={DEFAULT_PAGE_SIZE} {...answer?.meta.pagination}>
        <Pagination.PageSize options={PAGE_SIZES.map(String)} />
        <Pagination.Links />
      </Pagination.Root>
    </>
  );
};
