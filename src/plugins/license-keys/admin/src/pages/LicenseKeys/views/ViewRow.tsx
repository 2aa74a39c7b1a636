import { Flex, IconButton, TextButton } from '@strapi/design-system';
import { Check, Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import type { SavedView } from '../../../../../shared/list';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { useDeleteLicenseKeyViewMutation } from '../../../services/views';

interface ViewRowProps {
  view: SavedView;
  isCurrent: boolean;
  onOpen: (query: string) => void;
  onDeleted: () => void;
}

export const ViewRow = ({
  view: { id, name, query },
  isCurrent,
  onOpen,
  onDeleted,
}: ViewRowProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [remove, { isLoading }] = useDeleteLicenseKeyViewMutation();

  const removeView = async () => {
    const result = await remove(id);
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    } else {
      onDeleted();
    }
  };

  return (
    <Flex tag="li" justifyContent="space-between" gap={2}>
      <TextButton
        aria-current={isCurrent}
        endIcon={isCurrent && <Check aria-hidden />}
        onClick={() => {
          onOpen(query);
        }}
      >
        {name}
      </TextButton>
      <IconButton
        variant="ghost"
        size="S"
        label={t('view.delete', { name })}
        disabled={isLoading}
        onClick={() => void removeView()}
      >
        <Trash />
      </IconButton>
    </Flex>
  );
};
