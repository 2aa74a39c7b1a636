import { Typography } from '@strapi/design-system';

import type { SigningKeyItem } from '../../../../shared/signing-keys';
import { CopyButton } from '../../components/CopyButton';
import { DateTime } from '../../components/DateTime';
import { KeyText } from '../../components/KeyText';
import { Pill } from '../../components/Pill';
import { useTranslate } from '../../i18n/useTranslate';
import { RecordTable } from '../../list/RecordTable';

export const SigningKeyTable = ({ keys }: { keys: SigningKeyItem[] }) => {
  const t = useTranslate();

  return (
    <RecordTable
      label={t('signingKeys.title')}
      items={keys}
      keyOf={({ kid }) => kid}
      columns={[
        {
          name: 'kid',
          head: t('signingKeys.kid'),
          cell: ({ kid }) => <KeyText>{kid}</KeyText>,
        },
        {
          name: 'state',
          head: t('signingKeys.state'),
          cell: ({ retiredAt }) => (
            <Pill tone={retiredAt === null ? 'success' : 'neutral'}>
              {t(retiredAt === null ? 'signingKeys.signs' : 'signingKeys.retired')}
            </Pill>
          ),
        },
        ...(['createdAt', 'retiredAt'] as const).map((name) => ({
          name,
          head: t(`signingKeys.${name}`),
          cell: (key: SigningKeyItem) => (
            <Typography>
              <DateTime at={key[name]} />
            </Typography>
          ),
        })),
        {
          name: 'publicKey',
          head: t('signingKeys.publicKey'),
          cell: ({ kid, publicKey }) => (
            <CopyButton
              text={publicKey}
              label={t('signingKeys.copy', { kid })}
              copied="signingKeys.copied"
            />
          ),
        },
      ]}
    />
  );
};
