import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { ModalShell } from '../../../components/ModalShell';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { ErrorBox } from '../actions/ErrorBox';

import { ExportBar } from './ExportBar';
import { EXPORT_BUTTON_ID } from './ExportMenu';
import type { LicenseExport } from './useExport';

/** There as long as the export runs or has failed. Closing it is cancelling. */
export const ExportDialog = ({ run, start, cancel }: LicenseExport) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  if (!run) return null;
  const { format, fileName, progress, error } = run;

  return (
    <ModalShell
      title={t('export.title')}
      maxWidth="48rem"
      opener={EXPORT_BUTTON_ID}
      onClose={cancel}
    >
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography style={{ overflowWrap: 'anywhere' }}>{fileName}</Typography>
          {error ? (
            <ErrorBox>{errorMessage(error)}</ErrorBox>
          ) : (
            <ExportBar progress={progress} label={fileName} />
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={cancel}>
          {t(error ? 'dialog.close' : 'dialog.cancel')}
        </Button>
        {error && <Button onClick={() => void start(format)}>{t('error.retry')}</Button>}
      </Modal.Footer>
    </ModalShell>
  );
};
