import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyAuditQuery, type Preview } from '../../../../services/preview';
import { PagedView } from '../PagedView';
import { usePreviewAddress } from '../usePreviewAddress';

import { AuditEntry } from '../../../../audit/AuditEntry';

/** What happened to the license, the latest first. */
export const AuditTab = ({ preview: { license } }: { preview: Preview }) => {
  const t = useTranslate();
  const { page, showPage } = usePreviewAddress();
  const result = useGetLicenseKeyAuditQuery({ documentId: license.documentId, page });

  return (
    <PagedView result={result} emptyLabel={t('audit.none')} onPage={showPage}>
      {(entries) => (
        <ol aria-label={t('preview.audit')} aria-busy={result.isFetching}>
          {entries.map((entry) => (
            <AuditEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </PagedView>
  );
};
