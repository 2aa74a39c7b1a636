import { Box, Dialog, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { ConfirmDialog, ConfirmForm } from '../../components/ConfirmDialog';
import { ErrorBox } from '../../components/ErrorBox';
import { useErrorMessage } from '../../hooks/useErrorMessage';
import { useSubmit } from '../../hooks/useSubmit';
import { useTranslate } from '../../i18n/useTranslate';
import { useRotateLicenseKeySigningKeysMutation } from '../../services/signingKeys';

interface RotateDialogProps {
  /** Of the key that will be retired. */
  kid: string;
  onClose: () => void;
}

export const ROTATE_BUTTON_ID = 'license-keys-rotate-signing-keys';

const EFFECTS = ['new', 'old', 'pinned', 'final'] as const;

export const RotateDialog = ({ kid, onClose }: RotateDialogProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [rotate] = useRotateLicenseKeySigningKeysMutation();
  const { submit, isSending, refusal } = useSubmit<unknown>({
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('signingKeys.rotate.done') });
      onClose();
    },
  });

  return (
    <ConfirmDialog
      title={t('signingKeys.rotate.title')}
      opener={ROTATE_BUTTON_ID}
      isSending={isSending}
      onClose={onClose}
    >
      <ConfirmForm
        submitLabel={t('signingKeys.rotate')}
        isSending={isSending}
        onSubmit={() => void submit(() => rotate({ retire: kid }))}
      >
        <Dialog.Description>{t('signingKeys.rotate.effect')}</Dialog.Description>
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
          {EFFECTS.map((effect) => (
            <Typography key={effect} tag="li">
              {t(`signingKeys.rotate.${effect}`)}
            </Typography>
          ))}
        </Box>
        {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
      </ConfirmForm>
    </ConfirmDialog>
  );
};
