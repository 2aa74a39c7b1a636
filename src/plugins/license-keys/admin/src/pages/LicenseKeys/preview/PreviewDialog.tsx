import { ModalShell } from '../../../components/ModalShell';
import { useTranslate } from '../../../i18n/useTranslate';
import { menuButtonId } from '../actions/licenseActions';
import { RoleGuard } from '../../../forms/RoleGuard';
import type { DialogAddress } from '../hooks/useDialogAddress';

import { PreviewContent } from './PreviewContent';

interface PreviewDialogProps {
  documentId: string;
  onClose: () => void;
  onAction: DialogAddress['open'];
}

export const PreviewDialog = ({ documentId, onClose, onAction }: PreviewDialogProps) => {
  const t = useTranslate();

  return (
    <ModalShell
      title={t('preview.title')}
      maxWidth="110rem"
      isTall
      opener={menuButtonId({ documentId })}
      onClose={onClose}
    >
      <RoleGuard verb="preview">
        <PreviewContent documentId={documentId} onAction={onAction} />
      </RoleGuard>
    </ModalShell>
  );
};
