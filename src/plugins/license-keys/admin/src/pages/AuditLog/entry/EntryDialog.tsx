import { Button, Modal } from '@strapi/design-system';

import { isEnvironmentChain } from '../../../../../shared/audit';
import { ErrorState } from '../../../components/ErrorState';
import { ModalShell } from '../../../components/ModalShell';
import { Waiting } from '../../../components/Waiting';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyAuditEntryQuery } from '../../../services/auditLog';
import { entryButton } from '../entryButton';

import { EntryDetails } from './EntryDetails';

interface EntryDialogProps {
  id: string;
  onClose: () => void;
  /** Shows the entries of a license, or those of an environment itself. */
  onLicense: (license: string, environment: string) => void;
}

export const EntryDialog = ({ id, onClose, onLicense }: EntryDialogProps) => {
  const t = useTranslate();
  const { currentData, error, isFetching, refetch } = useGetLicenseKeyAuditEntryQuery(id);

  return (
    <ModalShell
      title={currentData ? t(`audit.${currentData.action}`) : t('auditLog.entry')}
      maxWidth="88rem"
      opener={entryButton(id)}
      onClose={onClose}
    >
      <Modal.Body>
        {currentData ? (
          <EntryDetails entry={currentData} />
        ) : error ? (
          <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
        ) : (
          <Waiting>{t('auditLog.loading')}</Waiting>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
        {currentData && (
          <Button
            variant="secondary"
            onClick={() => {
              onLicense(currentData.licenseId, currentData.environment);
            }}
          >
            {t(
              isEnvironmentChain(currentData.licenseId)
                ? 'auditLog.ofEnvironment'
                : 'auditLog.ofLicense'
            )}
          </Button>
        )}
      </Modal.Footer>
    </ModalShell>
  );
};
