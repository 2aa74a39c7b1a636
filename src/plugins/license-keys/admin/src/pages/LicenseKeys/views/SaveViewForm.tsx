import { useState, type FormEvent } from 'react';

import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { MAX_NAME_LENGTH } from '../../../../../shared/limits';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { useSaveLicenseKeyViewMutation } from '../../../services/views';

/** Names what the list shows now; a view of that name is replaced. */
export const SaveViewForm = ({ view }: { view: string }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [save, { isLoading, error }] = useSaveLicenseKeyViewMutation();
  const [text, setText] = useState('');
  const name = text.trim();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name || isLoading) return;
    const result = await save({ name, query: view });
    if ('error' in result) return;
    setText('');
    toggleNotification({ type: 'success', message: t('view.saved', { name }) });
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field.Root name="view-name" hint={t('view.name.hint')} error={error && errorMessage(error)}>
        <Field.Label>{t('view.name')}</Field.Label>
        <TextInput
          size="S"
          value={text}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex justifyContent="flex-end" paddingTop={3}>
        <Button type="submit" size="S" disabled={!name} loading={isLoading}>
          {t('view.save')}
        </Button>
      </Flex>
    </form>
  );
};
