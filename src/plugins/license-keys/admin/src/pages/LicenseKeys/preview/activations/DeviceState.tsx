import { Flex, Typography } from '@strapi/design-system';

import type { ActivationItem } from '../../../../../../shared/license';
import { Pill } from '../../../../components/Pill';
import { useTranslate } from '../../../../i18n/useTranslate';
import { DateTime } from '../DateTime';

/** Whether a device holds a slot, or since when not and by whom. */
export const DeviceState = ({ device }: { device: ActivationItem }) => {
  const t = useTranslate();
  const { deactivatedAt, deactivatedBy } = device;
  if (!deactivatedAt) return <Pill tone="success">{t('activation.active')}</Pill>;

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Pill tone="neutral">{t('activation.ended')}</Pill>
      <Typography variant="pi" textColor="neutral600">
        <DateTime at={deactivatedAt} />
      </Typography>
      {deactivatedBy && (
        <Typography variant="pi" textColor="neutral600">
          {t(`activation.by.${deactivatedBy}`)}
        </Typography>
      )}
    </Flex>
  );
};
