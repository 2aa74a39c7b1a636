import { useState } from 'react';

import type { DeviceBulkBody, DeviceDryRun } from '../../../../../shared/devices';

import type { DeviceRequest } from './DeviceBulk';
import { DeviceConfirm } from './DeviceConfirm';
import { DevicePrepare } from './DevicePrepare';

interface DeviceBulkFormProps {
  request: DeviceRequest;
  onStart: (jobId: number) => void;
}

/** First the reason, then what would happen; going back keeps what was entered. */
export const DeviceBulkForm = ({ request, onStart }: DeviceBulkFormProps) => {
  const [reason, setReason] = useState('');
  const [dryRun, setDryRun] = useState<DeviceDryRun['data']>();

  const { environment, selection } = request;
  const body: DeviceBulkBody = { environment, selection, reason: reason.trim() || undefined };

  if (!dryRun) {
    return <DevicePrepare body={body} reason={reason} onReason={setReason} onChecked={setDryRun} />;
  }
  return (
    <DeviceConfirm
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
