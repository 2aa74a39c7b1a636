import { Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';

import { useTranslate } from '../../../../i18n/useTranslate';
import type { ListQuery } from '../../hooks/useListQuery';

import { CreatedFilter } from './CreatedFilter';
import { CustomerFilter } from './CustomerFilter';
import { ExpiryFilter } from './ExpiryFilter';
import { GeneratorFilter } from './GeneratorFilter';
import { UseFilter } from './UseFilter';

/** Esc closes the list of the customers first, and the popover around it next. */
const keepOpenForList = (event: KeyboardEvent) => {
  const { target } = event;
  if (target instanceof Element && target.getAttribute('aria-expanded') === 'true') {
    event.preventDefault();
  }
};

export const MoreFilters = ({ list }: { list: ListQuery }) => {
  const t = useTranslate();

  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<Filter />}>
          {t('filter.more')}
        </Button>
      </Popover.Trigger>
      <Popover.Content
        aria-label={t('filter.more')}
        collisionPadding={8}
        onEscapeKeyDown={keepOpenForList}
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
