import { useState } from 'react';

import { IconButton, Modal } from '@strapi/design-system';
import { ArrowsVertical } from '@strapi/icons';

import { formatSort } from '../../../../../shared/list';
import { useTranslate } from '../../../i18n/useTranslate';
import type { ListQuery } from '../hooks/useListQuery';

import { SortForm } from './SortForm';

export const SortDialog = ({ list }: { list: ListQuery }) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);

  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <IconButton label={t('sort.open')}>
          <ArrowsVertical />
        </IconButton>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined} style={{ maxWidth: '56rem' }}>
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{t('sort.title')}</Modal.Title>
        </Modal.Header>
        <SortForm
          initial={list.sort}
          onApply={(sort) => {
            list.update({ sort: formatSort(sort) });
            setOpen(false);
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
};
