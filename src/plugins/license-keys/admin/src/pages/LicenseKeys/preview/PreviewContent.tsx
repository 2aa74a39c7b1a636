import { useGetLicenseKeyPreviewQuery } from '../../../services/preview';
import type { DialogAddress } from '../hooks/useDialogAddress';

import { PreviewFooter } from './PreviewFooter';
import { PreviewSubject } from './PreviewSubject';
import { PreviewTabs } from './PreviewTabs';
import { WaitForPreview } from './WaitForPreview';

interface PreviewContentProps {
  documentId: string;
  onAction: DialogAddress['open'];
}

export const PreviewContent = ({ documentId, onAction }: PreviewContentProps) => {
  const result = useGetLicenseKeyPreviewQuery(documentId);

  return (
    <WaitForPreview result={result}>
      {(preview) => (
        <>
          <PreviewSubject license={preview.license} />
          <PreviewTabs preview={preview} />
          <PreviewFooter license={preview.license} onAction={onAction} />
        </>
      )}
    </WaitForPreview>
  );
};
