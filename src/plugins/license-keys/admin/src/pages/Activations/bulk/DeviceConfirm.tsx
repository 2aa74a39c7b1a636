import type { DeviceBulkBody, DeviceDryRun } from '../../../../../shared/devices';
import { ConfirmStep } from '../../../bulk/ConfirmStep';
import { StepHeading } from '../../../bulk/StepHeading';
import { useStartOnce } from '../../../bulk/useStartOnce';
import { Figures } from '../../../components/Figures';
import { useTranslate } from '../../../i18n/useTranslate';
import {
  useDryRunLicenseKeyDevicesMutation,
  useStartLicenseKeyDevicesMutation,
} from '../../../services/devices';

interface DeviceConfirmProps {
  body: DeviceBulkBody;
  dryRun: DeviceDryRun['data'];
  onBack: () => void;
  onChecked: (dryRun: DeviceDryRun['data']) => void;
  onStart: (jobId: number) => void;
}

export const DeviceConfirm = ({ body, dryRun, onBack, onChecked, onStart }: DeviceConfirmProps) => {
  const t = useTranslate();
  const { total, legal, unchanged, fingerprint } = dryRun;
  const [check] = useDryRunLicenseKeyDevicesMutation();
  const [send, { isLoading, error }] = useStartLicenseKeyDevicesMutation();
  const start = useStartOnce(() => send({ ...body, fingerprint }), {
    onStart,
    // What would be done now is not what was confirmed.
    onChanged: async () => {
      const result = await check(body);
      if ('data' in result) onChecked(result.data);
    },
  });

  return (
    <ConfirmStep
      environment={body.environment}
      legal={legal}
      submitLabel={t('job.title.devices', { count: legal })}
      isDanger
      isSending={isLoading}
      error={error}
      onBack={onBack}
      onConfirm={() => void start()}
    >
      <StepHeading>{t('devices.dryRun.title', { legal, total })}</StepHeading>
      <Figures
        figures={[
          { label: t('bulk.dryRun.devices'), value: legal },
          { label: t('devices.dryRun.unchanged'), value: unchanged },
        ]}
      />
    </ConfirmStep>
  );
};
