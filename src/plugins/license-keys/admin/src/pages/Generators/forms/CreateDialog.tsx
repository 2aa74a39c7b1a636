import { ModalShell } from '../../../components/ModalShell';
import { RoleGuard } from '../../../forms/RoleGuard';
import { useTranslate } from '../../../i18n/useTranslate';

import { CreateForm } from './CreateForm';

interface CreateDialogProps {
  environment: string;
  /** documentId of the product that is probably meant. */
  product: string | undefined;
  onClose: () => void;
}

export const CREATE_BUTTON_ID = 'create-generator';

export const CreateDialog = ({ onClose, ...wish }: CreateDialogProps) => {
  const t = useTranslate();

  return (
    <ModalShell title={t('generators.create.title')} opener={CREATE_BUTTON_ID} onClose={onClose}>
      <RoleGuard verb="create-generator">
        <CreateForm {...wish} onCreated={onClose} />
      </RoleGuard>
    </ModalShell>
  );
};
