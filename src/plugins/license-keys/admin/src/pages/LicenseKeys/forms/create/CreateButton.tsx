import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';

import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';

export const CREATE_BUTTON_ID = 'create-license';

export const CreateButton = ({ onClick }: { onClick: () => void }) => {
  const t = useTranslate();
  if (!useAllowedVerbs().has('create')) return null;

  return (
    <Button id={CREATE_BUTTON_ID} startIcon={<Plus />} onClick={onClick}>
      {t('create.open')}
    </Button>
  );
};
