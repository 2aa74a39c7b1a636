import { useState, type FormEvent } from 'react';

import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { ErrorBox } from '../../../components/ErrorBox';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import { useUnlockLicenseKeyPreviewMutation } from '../../../services/preview';
import { TextField } from '../../../forms/TextField';

/** Asks for the administrator's own password; what waited for it is then asked for again by itself. */
export const PasswordForm = ({ isUnlocking }: { isUnlocking: boolean }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [password, setPassword] = useState('');
  const [unlock] = useUnlockLicenseKeyPreviewMutation();
  const { submit, isSending, refusal, forget } = useSubmit<null>({ fields: ['password'] });

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (password) void submit(() => unlock({ password }));
  };

  return (
    <Box tag="form" padding={7} onSubmit={send} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5} maxWidth="44rem">
        <Typography>{t('preview.password.why')}</Typography>
        <TextField
          type="password"
          name="password"
          label={t('preview.password')}
          value={password}
          isRequired
          hasFocus
          error={refusal.byField.password}
          onChange={(text) => {
            forget('password');
            setPassword(text);
          }}
        />
        {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
        <div>
          <Button type="submit" loading={isSending || isUnlocking}>
            {t('preview.password.send')}
          </Button>
        </div>
      </Flex>
    </Box>
  );
};
