import { Button, Modal } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';

import type { LicenseDetail } from '../../../../../shared/license';
import { isEditable } from '../../../../../shared/states';
import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';
import type { DialogAddress } from '../hooks/useDialogAddress';

interface PreviewFooterProps {
  license: LicenseDetail;
  onAction: DialogAddress['open'];
}

/** From what was found to what is done about it. */
export const PreviewFooter = ({ license, onAction }: PreviewFooterProps) => {
  const t = useTranslate();
  const canEdit = useAllowedVerbs().has('update') && isEditable(license.state);

  return (
    <Modal.Footer style={{ flex: 'none' }}>
      <Modal.Close>
        <Button variant="tertiary">{t('dialog.close')}</Button>
      </Modal.Close>
      {canEdit && (
        <Button
          variant="secondary"
          startIcon={<Pencil />}
          onClick={() => {
            onAction({ name: 'edit', license: license.documentId });
          }}
        >
          {t('edit.title')}
        </Button>
      )}
    </Modal.Footer>
  );
};
