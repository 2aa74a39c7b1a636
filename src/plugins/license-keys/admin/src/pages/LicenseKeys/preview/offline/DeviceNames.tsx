import { Flex, Typography } from '@strapi/design-system';

import { KeyText } from '../../../../components/KeyText';
import { useTranslate } from '../../../../i18n/useTranslate';

/** A license may have thousands of devices. */
const SHOWN = 10;

export const DeviceNames = ({ fingerprints }: { fingerprints: string[] }) => {
  const t = useTranslate();
  const more = fingerprints.length - SHOWN;
  if (fingerprints.length === 0) return '—';

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {fingerprints.slice(0, SHOWN).map((fingerprint) => (
        <KeyText key={fingerprint} $wraps>
          {fingerprint}
        </KeyText>
      ))}
      {more > 0 && <Typography>{t('offline.devices.more', { count: more })}</Typography>}
    </Flex>
  );
};
