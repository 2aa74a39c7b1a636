import { useState, type KeyboardEvent } from 'react';

import { Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTranslate } from '../../../../i18n/useTranslate';
import type { ListQuery } from '../../hooks/useListQuery';

import { CreatedFilter } from './CreatedFilter';
import { CustomerFilter } from './CustomerFilter';
import { ExpiryFilter } from './ExpiryFilter';
import { GeneratorFilter } from './GeneratorFilter';
import { UseFilter } from './UseFilter';

/** Above the page, but below the calendar that one of its fields may open. */
const Panel = styled(Popover.Content)`
  z-index: ${({ theme }) => theme.zIndices.overlay};
`;

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
      <Panel
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
      </Panel>
    </Popover.Root>
  );
};
