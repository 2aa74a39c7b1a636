import { useState } from 'react';

import { Flex, Typography } from '@strapi/design-system';

import type { DeviceBulkBody, DeviceDryRun } from '../../../../../shared/devices';
import { Pill } from '../../../components/Pill';
import { FormBody } from '../../../forms/FormBody';
import { ReasonField } from '../../../forms/ReasonField';
import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import { useDryRunLicenseKeyDevicesMutation } from '../../../services/devices';
import { environmentTone } from '../../../utils/environmentTone';

interface DevicePrepareProps {
  body: DeviceBulkBody;
  reason: string;
  onReason: (reason: string) => void;
  onChecked: (dryRun: DeviceDryRun['data']) => void;
}

export const DevicePrepare = ({ body, reason, onReason, onChecked }: DevicePrepareProps) => {
  const t = useTranslate();
  const [check] = useDryRunLicenseKeyDevicesMutation();
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, refusal } = useSubmit<DeviceDryRun['data']>({ onAnswer: onChecked });
  const { environment } = body;

  return (
    <FormBody
      submitLabel={t('bulk.check')}
      isSending={isSending}
      refusal={refusal}
      attempts={attempts}
      onSubmit={() => {
        setAttempts(attempts + 1);
        void submit(() => check(body));
      }}
    >
      <Flex>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </Flex>
      <Typography>{t('devices.bulk.effect')}</Typography>
      <ReasonField value={reason} onChange={onReason} />
      <Typography variant="pi" textColor="neutral600">
        {t('bulk.check.hint')}
      </Typography>
    </FormBody>
  );
};
