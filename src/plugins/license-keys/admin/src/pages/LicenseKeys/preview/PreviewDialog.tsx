import { ModalShell } from '../../../components/ModalShell';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyPreviewQuery } from '../../../services/preview';
import { menuButtonId } from '../actions/licenseActions';
import type { DialogAddress } from '../hooks/useDialogAddress';

import { PreviewFooter } from './PreviewFooter';
import { PreviewTabs } from './PreviewTabs';
import { WaitForPreview } from './WaitForPreview';

interface PreviewDialogProps {
  documentId: string;
  onClose: () => void;
  onAction: DialogAddress['open'];
}

export const PreviewDialog = ({ documentId, onClose, onAction }: PreviewDialogProps) => {
  const t = useTranslate();
  const result = useGetLicenseKeyPreviewQuery(documentId);

  return (
    <ModalShell
      title={t('preview.title')}
      maxWidth="110rem"
      isTall
      opener={menuButtonId({ documentId })}
      onClose={onClose}
    >
      <WaitForPreview result={result}>
        {(preview) => (
          <>
            <PreviewTabs preview={preview} />
            <PreviewFooter license={preview.license} onAction={onAction} />
          </>
        )}
      </WaitForPreview>
    </ModalShell>
  );
};
