import type { DeviceFilter, DeviceSelection } from '../../../../../shared/devices';
import { BulkButton } from '../../../bulk/BulkButton';
import { BulkDialog } from '../../../bulk/BulkDialog';
import { useBulk } from '../../../bulk/useBulk';
import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';
import { JobNotices } from '../../../jobs/JobNotices';
import { SelectionBar } from '../../../list/selection/SelectionBar';
import type { Selection } from '../../../list/selection/useSelection';
import type { DialogParams } from '../../../list/useDialogParams';

import { DeviceBulkForm } from './DeviceBulkForm';

/** Selected devices that are to be deactivated. */
export interface DeviceRequest {
  environment: string;
  selection: DeviceSelection;
  count: number;
}

interface DeviceBulkProps {
  environment: string;
  selection: Selection<DeviceFilter>;
  dialogs: DialogParams;
}

const ACTION = 'deactivate';
const BUTTON_ID = `bulk-${ACTION}`;

/** What stands above the table: the jobs at work, and what can be done with the selected devices. */
export const DeviceBulk = ({ environment, selection, dialogs }: DeviceBulkProps) => {
  const t = useTranslate();
  const mayDeactivate = useAllowedVerbs().has('deactivate-device');
  const bulk = useBulk(dialogs, selection);
  const { asked, openJobId } = bulk;
  const { count, isAll } = selection;
  const request: DeviceRequest | undefined =
    asked?.action === ACTION && mayDeactivate ? { environment, ...asked } : undefined;

  return (
    <>
      <JobNotices
        jobIds={bulk.jobIds}
        openJobId={openJobId}
        onOpen={bulk.show}
        onDismiss={bulk.dismiss}
      />
      <SelectionBar
        selection={selection}
        label={t('devices.bar')}
        selected={t(isAll ? 'devices.selectedAll' : 'devices.selected', { count })}
      >
        <BulkButton
          id={BUTTON_ID}
          label={t('activation.deactivate')}
          isDanger
          isAllowed={mayDeactivate}
          onClick={() => {
            bulk.ask(ACTION);
          }}
        />
      </SelectionBar>
      {(request ?? openJobId) !== undefined && (
        <BulkDialog
          title={request && t('job.title.devices', { count: request.count })}
          opener={BUTTON_ID}
          jobId={openJobId}
          onClose={bulk.close}
          onLeave={bulk.leave}
        >
          {request && <DeviceBulkForm request={request} onStart={bulk.start} />}
        </BulkDialog>
      )}
    </>
  );
};
