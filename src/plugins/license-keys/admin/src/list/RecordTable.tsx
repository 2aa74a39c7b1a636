import type { ReactElement, ReactNode } from 'react';

import { Typography } from '@strapi/design-system';

import { formatSort } from '../../../shared/list';
import { DataTable, TableBox } from '../components/DataTable';

import { LoadingRow } from './LoadingRow';
import { SortableHead, type Sort } from './SortableHead';

export interface Column<Item, Field extends string = never> {
  name: string;
  /** Its label, or what stands in the place of one. */
  head: string | ReactElement;
  /** The list can be sorted by it. */
  sortBy?: Field;
  cell: (item: Item) => ReactNode;
}

interface RecordTableProps<Item, Field extends string> {
  label: string;
  loadingLabel?: string;
  columns: Column<Item, Field>[];
  /** Undefined while the first ones are on their way. */
  items: Item[] | undefined;
  keyOf: (item: Item) => string | number;
  /** What `sortBy` needs. */
  list?: {
    sort: Sort<Field>;
    update: (changes: { sort: string }) => void;
  };
  isBusy?: boolean;
}

const Head = ({ children }: { children: string | ReactElement }) => (
  <th scope="col">
    {typeof children === 'string' ? (
      <Typography variant="sigma" textColor="neutral600">
        {children}
      </Typography>
    ) : (
      children
    )}
  </th>
);

/** A row for each item; the last column, its actions, stays in sight. */
export const RecordTable = <Item, Field extends string = never>({
  label,
  loadingLabel = label,
  columns,
  items,
  keyOf,
  list,
  isBusy = false,
}: RecordTableProps<Item, Field>) => (
  <TableBox>
    <DataTable aria-label={label} aria-busy={isBusy}>
      <thead>
        <tr>
          {columns.map(({ name, head, sortBy }) =>
            sortBy && list && typeof head === 'string' ? (
              <SortableHead
                key={name}
                label={head}
                field={sortBy}
                sort={list.sort}
                onSort={(sort) => {
                  list.update({ sort: formatSort(sort) });
                }}
              />
            ) : (
              <Head key={name}>{head}</Head>
            )
          )}
        </tr>
      </thead>
      <tbody>
        {items?.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ name, cell }) => (
              <td key={name}>{cell(item)}</td>
            ))}
          </tr>
        )) ?? <LoadingRow columns={columns.length} label={loadingLabel} />}
      </tbody>
    </DataTable>
  </TableBox>
);
