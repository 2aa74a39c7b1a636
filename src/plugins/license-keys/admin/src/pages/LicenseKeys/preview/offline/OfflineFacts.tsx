import { Flex, Grid } from '@strapi/design-system';

import type { OfflineClaims } from '../../../../../../shared/offline-file';
import { CopyButton } from '../../../../components/CopyButton';
import { DateTime } from '../../../../components/DateTime';
import { KeyText } from '../../../../components/KeyText';
import { useTranslate } from '../../../../i18n/useTranslate';
import { Fact } from '../../../../components/Fact';

import { DeviceNames } from './DeviceNames';

interface OfflineFactsProps {
  claims: OfflineClaims;
  /** Id of the key that the file is signed with. */
  kid: string;
  /** Where the public keys are. */
  keysUrl: string;
}

const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** For which devices a file is good, until when, and what to verify it with. */
export const OfflineFacts = ({ claims, kid, keysUrl }: OfflineFactsProps) => {
  const t = useTranslate();

  return (
    <Grid.Root tag="dl" gap={5}>
      <Fact label={t('offline.until')}>
        <DateTime at={instantOf(claims.exp)} />
      </Fact>
      <Fact label={t('offline.issued')}>
        <DateTime at={instantOf(claims.iat)} />
      </Fact>
      <Fact label={t('offline.devices')} isWide>
        <DeviceNames fingerprints={claims.fingerprints} />
      </Fact>
      <Fact label={t('offline.keys')} isWide>
        <Flex gap={2}>
          <KeyText $wraps>{keysUrl}</KeyText>
          <CopyButton text={keysUrl} label={t('offline.keys.copy')} copied="offline.keys.copied" />
        </Flex>
      </Fact>
      <Fact label={t('offline.key')} isWide>
        <KeyText $wraps>{kid}</KeyText>
      </Fact>
    </Grid.Root>
  );
};
