import { useState } from 'react';

import type { BulkBody } from '../../../../../../shared/bulk';
import { useDryRunLicenseKeyBulkMutation } from '../../../../services/bulk';
import type { Customer } from '../../../../services/forms';
import type { BulkRequest } from '../bulkActions';

import { ConfirmStep } from './ConfirmStep';
import { PrepareStep } from './PrepareStep';

interface BulkFormProps {
  request: BulkRequest;
  onStart: (jobId: number) => void;
}

/** First what is asked for, then what would happen; going back keeps what was entered. */
export const BulkForm = ({ request, onStart }: BulkFormProps) => {
  const [reason, setReason] = useState('');
  const [customer, setCustomer] = useState<Customer>();
  const [check, { data: dryRun, error, isLoading, reset }] = useDryRunLicenseKeyBulkMutation();

  const { environment, action, selection } = request;
  const body: BulkBody = {
    environment,
    action,
    selection,
    customer: customer?.documentId,
    reason: reason.trim() || undefined,
  };

  if (dryRun) {
    return <ConfirmStep body={body} dryRun={dryRun} onBack={reset} onStart={onStart} />;
  }
  return (
    <PrepareStep
      request={request}
      reason={reason}
      onReason={setReason}
      customer={customer}
      onCustomer={setCustomer}
      isChecking={isLoading}
      error={error}
      onCheck={() => void check(body)}
    />
  );
};
