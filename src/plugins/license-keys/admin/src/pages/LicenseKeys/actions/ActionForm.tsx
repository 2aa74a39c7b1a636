import { useState, type FormEvent } from 'react';

import { Button, Dialog } from '@strapi/design-system';

import type { LicenseDetail } from '../../../../../shared/license';
import { KEY_PREFIX_LENGTH } from '../../../../../shared/limits';
import { ErrorBox } from '../../../components/ErrorBox';
import { useErrorMessage, type QueryError } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';

import { Consequences } from './Consequences';
import { isFinal, type ConfirmedAction } from './licenseActions';
import { LicenseSummary } from './LicenseSummary';
import { PrefixField } from './PrefixField';
import { ReasonField } from '../../../forms/ReasonField';

interface ActionFormProps {
  action: ConfirmedAction;
  license: LicenseDetail;
  isSending: boolean;
  error: QueryError | undefined;
  onSubmit: (reason: string) => void;
}

export const ActionForm = ({ action, license, isSending, error, onSubmit }: ActionFormProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [text, setText] = useState('');

  const isDelete = action === 'delete';
  const prefix = license.key.slice(0, KEY_PREFIX_LENGTH);
  const isConfirmed = !isDelete || text.trim() === prefix.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) onSubmit(text);
  };

  return (
    <form onSubmit={submit}>
      <Dialog.Body alignItems="stretch" gap={5} maxHeight="calc(100dvh - 20rem)" overflow="auto">
        <Dialog.Description>{t(`action.${action}.effect`)}</Dialog.Description>
        <LicenseSummary license={license} />
        <Consequences action={action} license={license} />
        {isDelete ? (
          <PrefixField prefix={prefix} value={text} onChange={setText} />
        ) : (
          <ReasonField value={text} onChange={setText} />
        )}
        {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button autoFocus variant="tertiary" disabled={isSending}>
            {t('dialog.cancel')}
          </Button>
        </Dialog.Cancel>
        <Button
          type="submit"
          variant={isFinal(action) ? 'danger' : 'default'}
          disabled={!isConfirmed}
          loading={isSending}
        >
          {t(`action.${action}`)}
        </Button>
      </Dialog.Footer>
    </form>
  );
};
