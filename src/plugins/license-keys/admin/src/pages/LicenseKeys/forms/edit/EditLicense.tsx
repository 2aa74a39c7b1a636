import { useState } from 'react';

import type { LicenseDetail } from '../../../../../../shared/license';
import { useGetLicenseKeyQuery } from '../../../../services/forms';

import { EditForm } from './EditForm';

interface EditLicenseProps {
  loaded: LicenseDetail;
  onClose: () => void;
}

/** Keeps the license as it was when it was opened, whatever is loaded meanwhile: the edit was begun on that. */
export const EditLicense = ({ loaded, onClose }: EditLicenseProps) => {
  const [license, setLicense] = useState(loaded);
  const { refetch } = useGetLicenseKeyQuery(license.documentId);

  const reload = async () => {
    const { data } = await refetch();
    if (data) setLicense(data);
  };

  return (
    <EditForm
      key={license.version}
      license={license}
      onReload={() => void reload()}
      onClose={onClose}
    />
  );
};
