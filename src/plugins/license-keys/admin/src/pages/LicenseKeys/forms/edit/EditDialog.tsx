import { ModalShell } from '../../../../components/ModalShell';
import { useTranslate } from '../../../../i18n/useTranslate';
import { menuButtonId } from '../../actions/licenseActions';
import { LicenseLoader } from '../LicenseLoader';

import { EditLicense } from './EditLicense';

interface EditDialogProps {
  documentId: string;
  onClose: () => void;
}

export const EditDialog = ({ documentId, onClose }: EditDialogProps) => {
  const t = useTranslate();

  return (
    <ModalShell title={t('edit.title')} opener={menuButtonId({ documentId })} onClose={onClose}>
      <LicenseLoader documentId={documentId} action="edit">
        {(license) => <EditLicense loaded={license} onClose={onClose} />}
      </LicenseLoader>
    </ModalShell>
  );
};
