import { useState } from 'react';

import type { LicenseDetail } from '../../../../../../shared/license';
import { ModalShell } from '../../../../components/ModalShell';
import { useTranslate } from '../../../../i18n/useTranslate';

import { RoleGuard } from '../../../../forms/RoleGuard';

import { CREATE_BUTTON_ID } from './CreateButton';
import { CreatedLicense } from './CreatedLicense';
import { CreateForm } from './CreateForm';
import { NO_ORIGIN, type Origin } from './origin';

interface CreateDialogProps {
  environment: string;
  onClose: () => void;
}

export const CreateDialog = ({ environment, onClose }: CreateDialogProps) => {
  const t = useTranslate();
  const [created, setCreated] = useState<LicenseDetail>();
  // The next license is probably one of the same kind.
  const [origin, setOrigin] = useState<Origin>(NO_ORIGIN);

  return (
    <ModalShell title={t('create.title')} opener={CREATE_BUTTON_ID} onClose={onClose}>
      <RoleGuard verb="create">
        {created ? (
          <CreatedLicense
            license={created}
            onAnother={() => {
              setCreated(undefined);
            }}
          />
        ) : (
          <CreateForm
            environment={environment}
            origin={origin}
            onOrigin={setOrigin}
            onCreated={setCreated}
          />
        )}
      </RoleGuard>
    </ModalShell>
  );
};
