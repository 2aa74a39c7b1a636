import type { ReactNode } from 'react';

import { Pagination } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Paged } from '../../../shared/license';
import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from '../../../shared/list';
import { ErrorState } from '../components/ErrorState';

import type { ListResult } from './useListAnswer';
import { useListFocus } from './useListFocus';

/** Not a stop of the Tab key: only the page puts the focus here. */
const FocusBox = styled.div`
  outline: none;
`;

interface ListBodyProps {
  result: ListResult<Paged<unknown>>;
  /** What stands there instead of a table without rows. */
  empty: ReactNode;
  /** The table, also while its first rows are on their way. */
  children: ReactNode;
}

const Content = ({ result, empty, children }: ListBodyProps) => {
  const { answer, error, isFetching, refetch } = result;

  if (error)
    return <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  if (answer?.meta.pagination.total === 0) return empty;
  return (
    <>
      {children}
      <Pagination.Root defaultPageSize={DEFAULT_PAGE_SIZE} {...answer?.meta.pagination}>
        <Pagination.PageSize options={PAGE_SIZES.map(String)} />
        <Pagination.Links />
      </Pagination.Root>
    </>
  );
};

/** A list below its filters, page by page. */
export const ListBody = (props: ListBodyProps) => (
  <FocusBox {...useListFocus()}>
    <Content {...props} />
  </FocusBox>
);
