import { IconButton } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { ExportFormat } from '../../../shared/list';
import type { LicenseVerb } from '../../../shared/permissions';
import { useAllowedVerbs } from '../hooks/useAllowedVerbs';
import { useTranslate } from '../i18n/useTranslate';

import { ExportDialog } from './ExportDialog';
import type { FileRequest } from './useFileExport';

const ID = 'export-list';

/** What an address calls the dialog. */
export const EXPORT_LIST = 'export-list';

interface ListExportProps {
  /** The permission that it takes. */
  verb: LicenseVerb;
  /** How many rows match, once it is known. */
  count: number | undefined;
  requestOf: (format: ExportFormat) => FileRequest;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

/** Exports all that the list's filters match; nothing at all for a role that must not export. */
export const ListExport = (props: ListExportProps) => {
  const { verb, count, requestOf, isOpen, onOpen, onClose } = props;
  const t = useTranslate();
  if (!useAllowedVerbs().has(verb)) return null;

  return (
    <>
      <IconButton id={ID} variant="tertiary" label={t('export.open')} onClick={onOpen}>
        <Download />
      </IconButton>
      {isOpen && <ExportDialog opener={ID} count={count} requestOf={requestOf} onClose={onClose} />}
    </>
  );
};
