import { Dialog } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import type { JobItem } from '../../../shared/jobs';
import { ConfirmDialog, ConfirmForm } from '../components/ConfirmDialog';
import { ErrorBox } from '../components/ErrorBox';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useSubmit } from '../hooks/useSubmit';
import { useTranslate } from '../i18n/useTranslate';
import { useDeleteLicenseKeyJobMutation } from '../services/jobs';

import { DELETE_JOB_ID } from './ids';

interface DeleteJobDialogProps {
  job: JobItem;
  onClose: () => void;
  onDeleted: () => void;
}

export const DeleteJobDialog = ({ job, onClose, onDeleted }: DeleteJobDialogProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [deleteJob] = useDeleteLicenseKeyJobMutation();
  const { submit, isSending, refusal } = useSubmit<unknown>({
    onAnswer: () => {
      toggleNotification({ type: 'success', message: t('jobs.deleted') });
      onDeleted();
    },
  });

  const send = () => {
    // The answer is empty; that there is one is what counts.
    void submit(async () => {
      const result = await deleteJob(job.id);
      return 'error' in result ? result : { data: true };
    });
  };

  return (
    <ConfirmDialog
      title={t('jobs.delete.title')}
      opener={DELETE_JOB_ID}
      isSending={isSending}
      onClose={onClose}
    >
      <ConfirmForm submitLabel={t('jobs.delete')} isFinal isSending={isSending} onSubmit={send}>
        <Dialog.Description>{t('jobs.delete.effect')}</Dialog.Description>
        {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
      </ConfirmForm>
    </ConfirmDialog>
  );
};
