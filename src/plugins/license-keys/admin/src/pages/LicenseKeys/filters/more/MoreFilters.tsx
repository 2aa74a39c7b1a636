import { useState, type KeyboardEvent } from 'react';

import { Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';

import { useTranslate } from '../../../../i18n/useTranslate';
import type { ListQuery } from '../../hooks/useListQuery';

import { CreatedFilter } from './CreatedFilter';
import { CustomerFilter } from './CustomerFilter';
import { ExpiryFilter } from './ExpiryFilter';
import { GeneratorFilter } from './GeneratorFilter';
import { UseFilter } from './UseFilter';

/** The design system's combobox takes Esc for itself even when it has no list to close. */
const isSwallowedEscape = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' && target instanceof Element && target.matches('input[aria-expanded="false"]');

export const MoreFilters = ({ list }: { list: ListQuery }) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<Filter />}>
          {t('filter.more')}
        </Button>
      </Popover.Trigger>
      <Popover.Content
        aria-label={t('filter.more')}
        collisionPadding={8}
        onKeyDown={(event) => {
          if (isSwallowedEscape(event)) setOpen(false);
        }}
      >
        <Flex
          direction="column"
          alignItems="stretch"
          gap={4}
          padding={4}
          width="38rem"
          maxWidth="calc(100vw - 1.6rem)"
          maxHeight="var(--radix-popover-content-available-height)"
          overflow="auto"
        >
          <CustomerFilter list={list} />
          <GeneratorFilter list={list} />
          <CreatedFilter list={list} />
          <ExpiryFilter list={list} />
          <UseFilter list={list} />
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
