import { Flex, Typography } from '@strapi/design-system';

import type { DeviceHistory } from '../../../shared/license';
import { DateTime } from '../components/DateTime';
import { Pill } from '../components/Pill';
import { useTranslate } from '../i18n/useTranslate';

/** Whether a device holds a slot, or since when not and by whom. */
export const DeviceState = ({ device }: { device: DeviceHistory }) => {
  const t = useTranslate();
  const { deactivatedAt, deactivatedBy, deactivatorName } = device;
  if (!deactivatedAt) return <Pill tone="success">{t('activation.active')}</Pill>;

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Pill tone="neutral">{t('activation.ended')}</Pill>
      <Typography variant="pi" textColor="neutral600">
        <DateTime at={deactivatedAt} />
      </Typography>
      {deactivatedBy && (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {deactivatorName
            ? t('activation.by', { name: deactivatorName })
            : t(`activation.by.${deactivatedBy}`)}
        </Typography>
      )}
    </Flex>
  );
};
