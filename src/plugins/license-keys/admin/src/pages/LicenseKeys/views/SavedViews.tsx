import { useState } from 'react';

import { Button, Divider, Flex, Popover } from '@strapi/design-system';
import { Star } from '@strapi/icons';

import { useTranslate } from '../../../i18n/useTranslate';
import type { ListQuery } from '../hooks/useListQuery';

import { SaveViewForm } from './SaveViewForm';
import { ViewList } from './ViewList';

/** Filters and sort under a name, kept for the administrator who saved them. */
export const SavedViews = ({ list }: { list: ListQuery }) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<Star />}>
          {t('view.title')}
        </Button>
      </Popover.Trigger>
      <Popover.Content aria-label={t('view.title')} align="end" collisionPadding={8}>
        <Flex direction="column" alignItems="stretch" gap={4} padding={4} width="32rem">
          <ViewList
            current={list.view}
            onOpen={(view) => {
              list.openView(view);
              setOpen(false);
            }}
          />
          <Divider />
          <SaveViewForm view={list.view} />
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
