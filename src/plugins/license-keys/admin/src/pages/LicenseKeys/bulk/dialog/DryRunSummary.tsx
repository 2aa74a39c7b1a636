import { useEffect, useRef } from 'react';

import { Box, Typography } from '@strapi/design-system';

import type { DryRun } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { Figures } from '../Figures';

/** For how many the action is legal, and why not for the rest. */
export const DryRunSummary = ({ dryRun }: { dryRun: DryRun['data'] }) => {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  const { total, legal, unchanged, devices, refused } = dryRun;

  // The button that asked for it is gone.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <>
      <Typography ref={heading} tag="h3" variant="delta" tabIndex={-1}>
        {t('bulk.dryRun.title', { legal, total })}
      </Typography>
      <Figures
        figures={[
          { label: t('bulk.dryRun.legal'), value: legal },
          ...(devices > 0 ? [{ label: t('bulk.dryRun.devices'), value: devices }] : []),
          { label: t('bulk.dryRun.unchanged'), value: unchanged },
        ]}
      />
      {refused.length > 0 && (
        <Box padding={4} background="neutral100" hasRadius>
          <Typography tag="h4" fontWeight="bold" paddingBottom={3}>
            {t('bulk.dryRun.refused')}
          </Typography>
          <Figures
            figures={refused.map(({ message, count }) => ({ label: message, value: count }))}
          />
        </Box>
      )}
    </>
  );
};
