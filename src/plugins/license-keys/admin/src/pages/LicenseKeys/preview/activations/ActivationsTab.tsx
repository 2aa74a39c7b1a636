import { useState } from 'react';

import type { ActivationItem } from '../../../../../../shared/license';
import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyActivationsQuery, type Preview } from '../../../../services/preview';
import { PagedView } from '../PagedView';

import { ActivationTable } from './ActivationTable';
import { DeactivateDialog } from './DeactivateDialog';
import { ACTIVATIONS_ID } from './ids';

export const ActivationsTab = ({ preview: { license } }: { preview: Preview }) => {
  const t = useTranslate();
  const { documentId } = license;
  const canDeactivate = useAllowedVerbs().has('deactivate-device');
  const [page, setPage] = useState(1);
  const [device, setDevice] = useState<ActivationItem>();
  const result = useGetLicenseKeyActivationsQuery({ documentId, page });

  return (
    <div id={ACTIVATIONS_ID} tabIndex={-1}>
      <PagedView result={result} emptyLabel={t('activations.none')} onPage={setPage}>
        {(devices) => (
          <ActivationTable
            devices={devices}
            isBusy={result.isFetching}
            onDeactivate={canDeactivate ? setDevice : undefined}
          />
        )}
      </PagedView>
      {device && (
        <DeactivateDialog
          license={documentId}
          device={device}
          onClose={() => {
            setDevice(undefined);
          }}
        />
      )}
    </div>
  );
};
