import { useState, type KeyboardEvent, type ReactNode } from 'react';

import { Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTranslate } from '../../i18n/useTranslate';

/** Above the page, but below the calendar that one of its fields may open. */
const Panel = styled(Popover.Content)`
  z-index: ${({ theme }) => theme.zIndices.overlay};
`;

/** The design system's combobox takes Esc for itself even when it has no list to close. */
const isSwallowedEscape = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' && target instanceof Element && target.matches('input[aria-expanded="false"]');

/** The filters that have no room beside the search. */
export const FilterPanel = ({ children }: { children: ReactNode }) => {
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
          {children}
        </Flex>
      </Panel>
    </Popover.Root>
  );
};
