import { useState } from 'react';

import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyAuditQuery, type Preview } from '../../../../services/preview';
import { PagedView } from '../PagedView';

import { AuditEntry } from './AuditEntry';
import { relationNames } from './relationNames';

/** What happened to the license, the latest first. */
export const AuditTab = ({ preview: { license } }: { preview: Preview }) => {
  const t = useTranslate();
  const [page, setPage] = useState(1);
  const result = useGetLicenseKeyAuditQuery({ documentId: license.documentId, page });
  const names = relationNames(license);

  return (
    <PagedView result={result} emptyLabel={t('audit.none')} onPage={setPage}>
      {(entries) => (
        <ol aria-label={t('preview.audit')} aria-busy={result.isFetching}>
          {entries.map((entry) => (
            <AuditEntry key={entry.id} entry={entry} names={names} />
          ))}
        </ol>
      )}
    </PagedView>
  );
};
