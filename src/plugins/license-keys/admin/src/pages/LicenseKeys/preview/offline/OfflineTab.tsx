import { REFUSALS } from '../../../../../../shared/codes';
import type { QueryError } from '../../../../hooks/useErrorMessage';
import { useGetLicenseKeyOfflineFileQuery, type Preview } from '../../../../services/preview';
import { codeOf } from '../../../../utils/refusal';
import { WaitForPreview } from '../WaitForPreview';

import { NoOfflineFile } from './NoOfflineFile';
import { OfflineFileView } from './OfflineFileView';

/** Whether the license's own rules forbid a file, so that it is no use to ask again. */
const isRefused = (error: QueryError | undefined): error is QueryError =>
  Object.keys(REFUSALS).some((code) => code === codeOf(error));

/** The file by which devices without a network know that they are licensed. */
export const OfflineTab = ({ preview }: { preview: Preview }) => {
  const result = useGetLicenseKeyOfflineFileQuery(preview.license.documentId);
  if (isRefused(result.error)) return <NoOfflineFile error={result.error} />;

  return (
    <WaitForPreview result={result}>
      {(file) => <OfflineFileView file={file} preview={preview} />}
    </WaitForPreview>
  );
};
