import { Button, Flex } from '@strapi/design-system';

import { ErrorBox } from '../../components/ErrorBox';
import { useErrorMessage, type QueryError } from '../../hooks/useErrorMessage';
import { useSubmit } from '../../hooks/useSubmit';
import { useTranslate } from '../../i18n/useTranslate';
import { useChangeLicenseKeyJobMutation } from '../../services/bulk';
import { useDeleteLicenseKeyImportMutation } from '../../services/imports';

import { NO_FILE, type UpdateImport } from './useImportAddress';

interface CancelButtonProps {
  file: number;
  /** The job that tries it. */
  check?: number | undefined;
  update: UpdateImport;
}

const isGone = (error: QueryError): boolean => 'status' in error && error.status === 404;

/** Forgets the file, with the keys that it may hold. The server does so too, after a day. */
export const CancelButton = ({ file, check, update }: CancelButtonProps) => {
  const t = useTranslate();
  const [stop] = useChangeLicenseKeyJobMutation();
  const [forget] = useDeleteLicenseKeyImportMutation();
  const errorMessage = useErrorMessage();
  const { submit, isSending, refusal } = useSubmit<true>({
    onAnswer: () => {
      update(NO_FILE);
    },
  });

  const cancel = async () => {
    if (check !== undefined) await stop({ id: check, verb: 'cancel' });
    const result = await forget(file);
    return 'error' in result && !isGone(result.error)
      ? { error: result.error }
      : { data: true as const };
  };

  return (
    <Flex gap={2} wrap="wrap">
      {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
      <Button variant="tertiary" loading={isSending} onClick={() => void submit(cancel)}>
        {t('import.cancel')}
      </Button>
    </Flex>
  );
};
