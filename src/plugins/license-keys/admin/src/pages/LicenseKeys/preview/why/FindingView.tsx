import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Reason } from '../../../../../../shared/codes';
import { KeyText } from '../../../../components/KeyText';
import { useTranslate } from '../../../../i18n/useTranslate';

/** One reason: what is wrong, the figures behind it, what to do, and what the customer's software is told. */
export const FindingView = ({ finding }: { finding: Reason }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const { code, at, limit, used, hint } = finding;

  return (
    <Box padding={4} borderColor="neutral150" hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="delta" tag="h3">
          {t(`why.${code}`)}
        </Typography>
        {at && (
          <Typography>
            {t('why.at', { instant: formatDate(at, { dateStyle: 'full', timeStyle: 'long' }) })}
          </Typography>
        )}
        {limit !== undefined && used !== undefined && (
          <Typography>{t('why.used', { limit, used })}</Typography>
        )}
        <Typography>{t(`why.${code}.todo`)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('why.told')} <KeyText>{code}</KeyText> · <KeyText>{hint}</KeyText>
        </Typography>
      </Flex>
    </Box>
  );
};
