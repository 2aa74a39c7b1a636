import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import type { Paged } from '../../../shared/license';
import { useTranslate } from '../i18n/useTranslate';

interface PagerProps {
  pagination: Paged<unknown>['meta']['pagination'];
  onPage: (page: number) => void;
}

/** Turns pages inside a dialog; the parameter `page` of the address is the list's. */
export const Pager = ({ pagination: { page, pageCount, total }, onPage }: PagerProps) => {
  const t = useTranslate();

  return (
    <Flex gap={3} justifyContent="flex-end">
      <Typography variant="pi" textColor="neutral600" role="status">
        {t('pager.page', { page, pageCount, total })}
      </Typography>
      {pageCount > 1 && (
        <Flex gap={1}>
          <IconButton
            label={t('pager.previous')}
            disabled={page <= 1}
            onClick={() => {
              onPage(page - 1);
            }}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={t('pager.next')}
            disabled={page >= pageCount}
            onClick={() => {
              onPage(page + 1);
            }}
          >
            <ChevronRight />
          </IconButton>
        </Flex>
      )}
    </Flex>
  );
};
