import { ModalShell } from '../../../../components/ModalShell';
import { useTranslate } from '../../../../i18n/useTranslate';
import { menuButtonId } from '../../actions/licenseActions';
import { LicenseLoader } from '../LicenseLoader';

import { AssignForm } from './AssignForm';

interface AssignDialogProps {
  documentId: string;
  onClose: () => void;
}

export const AssignDialog = ({ documentId, onClose }: AssignDialogProps) => {
  const t = useTranslate();

  return (
    <ModalShell
      title={t('assign.title')}
      maxWidth="52rem"
      opener={menuButtonId({ documentId })}
      onClose={onClose}
    >
      <LicenseLoader documentId={documentId} action="assign">
        {(license) => <AssignForm license={license} onClose={onClose} />}
      </LicenseLoader>
    </ModalShell>
  );
};
