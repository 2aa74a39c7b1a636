import type { LicenseDetail } from '../../../../../../shared/license';
import { useReload } from '../../../../forms/useReload';
import { useGetLicenseKeyQuery } from '../../../../services/forms';

import { EditForm } from './EditForm';

interface EditLicenseProps {
  loaded: LicenseDetail;
  onClose: () => void;
}

export const EditLicense = ({ loaded, onClose }: EditLicenseProps) => {
  const query = useGetLicenseKeyQuery(loaded.documentId);
  const { record: license, reload } = useReload(loaded, query);

  return <EditForm key={license.version} license={license} reload={reload} onClose={onClose} />;
};
