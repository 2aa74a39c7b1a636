import { Box, Typography } from '@strapi/design-system';

import type { BulkAction, DryRun, RefusedOnes } from '../../../../../../shared/bulk';
import { useReasonText } from '../../../../hooks/useReasonText';
import { useTranslate } from '../../../../i18n/useTranslate';
import { StepHeading } from '../../../../bulk/StepHeading';
import { Figures } from '../../../../components/Figures';

interface DryRunSummaryProps {
  action: BulkAction;
  dryRun: DryRun['data'];
}

/** For how many the action is legal, and why not for the rest. */
export const DryRunSummary = ({ action, dryRun }: DryRunSummaryProps) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const isExport = action === 'export';
  const { total, legal, unchanged, devices, refused } = dryRun;
  const reasonOf = ({ from, ...reason }: RefusedOnes): string =>
    from ? t('bulk.refused.state', { state: t(`state.${from}`) }) : reasonText(reason);

  return (
    <>
      <StepHeading>{t('bulk.dryRun.title', { legal, total })}</StepHeading>
      <Figures
        figures={[
          { label: t(isExport ? 'bulk.dryRun.exported' : 'bulk.dryRun.legal'), value: legal },
          ...(devices > 0 ? [{ label: t('bulk.dryRun.devices'), value: devices }] : []),
          ...(isExport ? [] : [{ label: t('bulk.dryRun.unchanged'), value: unchanged }]),
        ]}
      />
      {refused.length > 0 && (
        <Box padding={4} background="neutral100" hasRadius>
          <Typography tag="h4" fontWeight="bold" paddingBottom={3}>
            {t('bulk.dryRun.refused')}
          </Typography>
          <Figures
            figures={refused.map((ones) => ({ label: reasonOf(ones), value: ones.count }))}
          />
        </Box>
      )}
    </>
  );
};
