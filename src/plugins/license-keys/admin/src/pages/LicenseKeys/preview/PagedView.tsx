import type { ReactNode } from 'react';

import { Flex, Typography } from '@strapi/design-system';

import type { Paged } from '../../../../../shared/license';

import { Pager } from '../../../components/Pager';
import { WaitForPreview, type PreviewResult } from './WaitForPreview';

interface PagedViewProps<Item> {
  result: PreviewResult<Paged<Item>>;
  emptyLabel: string;
  onPage: (page: number) => void;
  children: (items: Item[]) => ReactNode;
}

/** A list of the preview, page by page; the last one stays until the next is there. */
export const PagedView = <Item,>({
  result,
  emptyLabel,
  onPage,
  children,
}: PagedViewProps<Item>) => (
  <WaitForPreview result={result}>
    {({ data, meta: { pagination } }) =>
      pagination.total === 0 ? (
        <Typography textColor="neutral600">{emptyLabel}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {children(data)}
          <Pager pagination={pagination} onPage={onPage} />
        </Flex>
      )
    }
  </WaitForPreview>
);
