import { Button, Dialog, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { ConfirmDialog, ConfirmForm } from '../../../components/ConfirmDialog';
import { ErrorBox } from '../../../components/ErrorBox';
import { Notice } from '../../../components/Notice';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import { useDeleteLicenseKeyGeneratorMutation } from '../../../services/generators';
import { GeneratorLoader } from '../GeneratorLoader';

import { menuButtonId } from './generatorActions';

interface DeleteDialogProps {
  documentId: string;
  onClose: () => void;
}

export const DeleteDialog = ({ documentId, onClose }: DeleteDialogProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [remove] = useDeleteLicenseKeyGeneratorMutation();
  const { submit, isSending, refusal } = useSubmit<unknown>({
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('generators.delete.done') });
      onClose();
    },
  });

  return (
    <ConfirmDialog
      title={t('generators.delete.title')}
      opener={menuButtonId(documentId)}
      isSending={isSending}
      onClose={onClose}
    >
      <GeneratorLoader
        documentId={documentId}
        action="delete"
        footer={
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary">{t('dialog.close')}</Button>
            </Dialog.Cancel>
          </Dialog.Footer>
        }
      >
        {({ name, product, environment, licenseCount }) => (
          <ConfirmForm
            submitLabel={t('generators.action.delete')}
            isFinal
            isSending={isSending}
            onSubmit={() => void submit(() => remove({ documentId }))}
          >
            <Dialog.Description>{t('generators.delete.effect')}</Dialog.Description>
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {[name, product.name, environment].join(' · ')}
            </Typography>
            <Notice tone="primary">
              {t('generators.delete.licenses', { count: licenseCount })}
            </Notice>
            {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
          </ConfirmForm>
        )}
      </GeneratorLoader>
    </ConfirmDialog>
  );
};
