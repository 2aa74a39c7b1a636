import { IconButton, Modal } from '@strapi/design-system';
import { ArrowsVertical } from '@strapi/icons';

import { formatSort } from '../../../../../shared/list';
import { useTranslate } from '../../../i18n/useTranslate';
import type { ListQuery } from '../hooks/useListQuery';

import { SortForm } from './SortForm';

interface SortDialogProps {
  list: ListQuery;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export const SortDialog = ({ list, isOpen, onOpen, onClose }: SortDialogProps) => {
  const t = useTranslate();

  return (
    <Modal.Root
      open={isOpen}
      onOpenChange={(isWanted) => {
        if (isWanted) onOpen();
        else onClose();
      }}
    >
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
            list.update({ sort: formatSort(sort), dialog: undefined }, { replace: true });
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
};
