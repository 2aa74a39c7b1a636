import { useState, type FormEvent } from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/list';
import { ModalShell } from '../components/ModalShell';
import { RadioField } from '../components/RadioField';
import { useTranslate } from '../i18n/useTranslate';

import { ExportStatus } from './ExportStatus';
import { useFileExport, type FileRequest } from './useFileExport';

interface ExportDialogProps {
  /** Id of the element that gets the focus afterwards. */
  opener: string;
  /** How many rows there are, once it is known. */
  count: number | undefined;
  requestOf: (format: ExportFormat) => FileRequest;
  onClose: () => void;
}

/** Closing it cancels the export. */
export const ExportDialog = ({ opener, count, requestOf, onClose }: ExportDialogProps) => {
  const t = useTranslate();
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0]);
  const { run, isRunning, start, cancel } = useFileExport();

  const close = () => {
    cancel();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(requestOf(format), onClose);
  };

  return (
    <ModalShell title={t('export.title')} maxWidth="48rem" isSticky opener={opener} onClose={close}>
      <form onSubmit={submit}>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {count !== undefined && <Typography>{t('export.what', { count })}</Typography>}
            <RadioField
              label={t('export.format')}
              options={EXPORT_FORMATS}
              isRow
              value={format}
              onChange={setFormat}
            >
              {(option) => option.toUpperCase()}
            </RadioField>
            {run && <ExportStatus run={run} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={isRunning}>
            {t(run?.error ? 'error.retry' : 'export.open')}
          </Button>
        </Modal.Footer>
      </form>
    </ModalShell>
  );
};
