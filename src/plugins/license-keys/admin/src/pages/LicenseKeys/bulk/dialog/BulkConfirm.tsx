import type { BulkStartBody, DryRun } from '../../../../../../shared/bulk';
import { ConfirmStep } from '../../../../bulk/ConfirmStep';
import { useStartOnce } from '../../../../bulk/useStartOnce';
import { useTranslate } from '../../../../i18n/useTranslate';
import {
  useDryRunLicenseKeyBulkMutation,
  useStartLicenseKeyBulkMutation,
} from '../../../../services/bulk';
import { isFinal } from '../../actions/licenseActions';

import { DryRunSummary } from './DryRunSummary';

interface BulkConfirmProps {
  body: Omit<BulkStartBody, 'fingerprint'>;
  dryRun: DryRun['data'];
  onBack: () => void;
  onChecked: (dryRun: DryRun['data']) => void;
  onStart: (jobId: number) => void;
}

export const BulkConfirm = ({ body, dryRun, onBack, onChecked, onStart }: BulkConfirmProps) => {
  const t = useTranslate();
  const { environment, action } = body;
  const { legal, fingerprint } = dryRun;
  const [check] = useDryRunLicenseKeyBulkMutation();
  const [send, { isLoading, error }] = useStartLicenseKeyBulkMutation();
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
      environment={environment}
      legal={legal}
      submitLabel={t('bulk.title', { action: t(`action.${action}`), count: legal })}
      isDanger={isFinal(action)}
      mustType={isFinal(action)}
      isSending={isLoading}
      error={error}
      onBack={onBack}
      onConfirm={() => void start()}
    >
      <DryRunSummary action={action} dryRun={dryRun} />
    </ConfirmStep>
  );
};
