import { DeviceDialog } from '../../../../devices/DeviceDialog';
import { ACTIVATIONS_ID } from '../../../../devices/ids';
import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyActivationsQuery, type Preview } from '../../../../services/preview';
import { PagedView } from '../PagedView';
import { usePreviewAddress } from '../usePreviewAddress';

import { ActivationTable } from './ActivationTable';

export const ActivationsTab = ({ preview: { license } }: { preview: Preview }) => {
  const t = useTranslate();
  const { documentId } = license;
  const canDeactivate = useAllowedVerbs().has('deactivate-device');
  const { page, showPage, device, showDevice } = usePreviewAddress();
  const result = useGetLicenseKeyActivationsQuery({ documentId, page });

  return (
    <div id={ACTIVATIONS_ID} tabIndex={-1}>
      <PagedView result={result} emptyLabel={t('activations.none')} onPage={showPage}>
        {(devices) => (
          <>
            <ActivationTable
              devices={devices}
              isBusy={result.isFetching}
              onDeactivate={
                canDeactivate
                  ? (chosen) => {
                      showDevice(chosen.documentId);
                    }
                  : undefined
              }
            />
            <DeviceDialog
              license={documentId}
              device={devices.find((one) => one.documentId === device)}
              onClose={() => {
                showDevice(undefined);
              }}
            />
          </>
        )}
      </PagedView>
    </div>
  );
};
