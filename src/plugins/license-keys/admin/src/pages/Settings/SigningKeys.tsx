import { Box, Flex, Typography } from '@strapi/design-system';

import { CopyButton } from '../../components/CopyButton';
import { KeyText } from '../../components/KeyText';
import { Notice } from '../../components/Notice';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import type { SigningKeys as Keys } from '../../services/signingKeys';

import { RotateKeys } from './RotateKeys';
import { SigningKeyTable } from './SigningKeyTable';

/** Which keys sign what goes out, and the way to replace the one that does now. */
export const SigningKeys = ({ keys, isGiven, keySetUrl }: Keys) => {
  const t = useTranslate();
  const mayRotate = useAllowedVerbs().has('rotate-signing-keys');
  const active = keys.find(({ retiredAt }) => retiredAt === null);

  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box maxWidth="72rem">
          <Typography variant="delta" tag="h2">
            {t('signingKeys.title')}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {t('signingKeys.what')}
          </Typography>
        </Box>
        {mayRotate && !isGiven && active && <RotateKeys kid={active.kid} />}
      </Flex>
      {isGiven && <Notice tone="primary">{t('signingKeys.given')}</Notice>}
      <SigningKeyTable keys={keys} />
      <Flex gap={2} wrap="wrap">
        <Typography textColor="neutral600">{t('signingKeys.keySet')}</Typography>
        <KeyText $wraps>{keySetUrl}</KeyText>
        <CopyButton text={keySetUrl} label={t('offline.keys.copy')} copied="offline.keys.copied" />
      </Flex>
    </Flex>
  );
};
