import type { LicenseFilter } from '../../../../../shared/list';
import { BulkDialog } from '../../../bulk/BulkDialog';
import { useBulk } from '../../../bulk/useBulk';
import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';
import { JobNotices } from '../../../jobs/JobNotices';
import type { Selection } from '../../../list/selection/useSelection';
import type { DialogParams } from '../../../list/useDialogParams';

import { bulkButtonId, toBulkAction, type BulkRequest } from './bulkActions';
import { BulkForm } from './dialog/BulkForm';
import { LicenseSelectionBar } from './selection/LicenseSelectionBar';

interface BulkProps {
  environment: string;
  selection: Selection<LicenseFilter>;
  dialogs: DialogParams;
}

/** What stands above the table: the jobs at work, and what can be done with the selected licenses. */
export const Bulk = ({ environment, selection, dialogs }: BulkProps) => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const bulk = useBulk(dialogs, selection);
  const { asked, openJobId } = bulk;
  const action = asked && toBulkAction(asked.action);
  const request: BulkRequest | undefined =
    action && allowed.has(action) ? { environment, ...asked, action } : undefined;

  return (
    <>
      <JobNotices
        jobIds={bulk.jobIds}
        openJobId={openJobId}
        onOpen={bulk.show}
        onDismiss={bulk.dismiss}
      />
      <LicenseSelectionBar selection={selection} onAction={bulk.ask} />
      {(request ?? openJobId) !== undefined && (
        <BulkDialog
          title={
            request &&
            t('bulk.title', { action: t(`action.${request.action}`), count: request.count })
          }
          opener={request && bulkButtonId(request.action)}
          jobId={openJobId}
          onClose={bulk.close}
          onLeave={bulk.leave}
        >
          {request && <BulkForm request={request} onStart={bulk.start} />}
        </BulkDialog>
      )}
    </>
  );
};
