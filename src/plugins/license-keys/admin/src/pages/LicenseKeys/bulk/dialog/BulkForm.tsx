import { useState } from 'react';

import type { BulkBody, DryRun } from '../../../../../../shared/bulk';
import type { Customer } from '../../../../services/forms';
import type { BulkRequest } from '../bulkActions';

import { BulkConfirm } from './BulkConfirm';
import { PrepareStep } from './PrepareStep';

/** What is asked for besides the action itself. */
export interface Draft {
  customer: Customer | null;
  reason: string;
}

interface BulkFormProps {
  request: BulkRequest;
  onStart: (jobId: number) => void;
}

/** First what is asked for, then what would happen; going back keeps what was entered. */
export const BulkForm = ({ request, onStart }: BulkFormProps) => {
  const [draft, setDraft] = useState<Draft>({ customer: null, reason: '' });
  const [dryRun, setDryRun] = useState<DryRun['data']>();

  const { environment, action, selection } = request;
  const body: BulkBody = {
    environment,
    action,
    selection,
    customer: draft.customer?.documentId,
    reason: draft.reason.trim() || undefined,
  };

  if (!dryRun) {
    return <PrepareStep body={body} draft={draft} onDraft={setDraft} onChecked={setDryRun} />;
  }
  return (
    <BulkConfirm
      body={body}
      dryRun={dryRun}
      onBack={() => {
        setDryRun(undefined);
      }}
      onChecked={setDryRun}
      onStart={onStart}
    />
  );
};
