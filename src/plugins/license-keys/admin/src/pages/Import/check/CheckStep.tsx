import { useEffect } from 'react';

import type { ImportItem, ImportMapping } from '../../../../../shared/imports';
import { ErrorState } from '../../../components/ErrorState';
import { Waiting } from '../../../components/Waiting';
import { useTranslate } from '../../../i18n/useTranslate';
import { useCheckLicenseKeyImportQuery } from '../../../services/imports';
import { CancelButton } from '../CancelButton';
import type { ImportAddress } from '../useImportAddress';

import { CheckJob } from './CheckJob';
import { CheckReport } from './CheckReport';
import { saveProblems } from './saveProblems';

interface CheckStepProps {
  file: ImportItem;
  mapping: ImportMapping;
  address: ImportAddress;
}

/** Says what would come of each line: at once, or of a long file by a job, which the address then names. */
export const CheckStep = ({ file, mapping, address }: CheckStepProps) => {
  const t = useTranslate();
  const { check, update } = address;
  const { data, error, isFetching, refetch } = useCheckLicenseKeyImportQuery(
    { id: file.id, mapping },
    { skip: check !== undefined, refetchOnMountOrArgChange: true }
  );

  const job = data && 'job' in data && !isFetching ? data.job.id : undefined;
  useEffect(() => {
    if (job !== undefined) update({ check: String(job) }, { replace: true });
  }, [job, update]);

  if (check !== undefined) {
    return <CheckJob key={check} id={check} file={file} mapping={mapping} update={update} />;
  }
  if (data && 'report' in data && !isFetching) {
    const { problems, ...counts } = data.report;
    return (
      <CheckReport
        file={file}
        mapping={mapping}
        counts={counts}
        problems={problems}
        onSave={() => {
          saveProblems(problems, `problems-${file.id}.csv`);
        }}
        update={update}
      />
    );
  }
  return (
    <>
      {error && !isFetching ? (
        <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      ) : (
        <Waiting>{t('import.checking')}</Waiting>
      )}
      <div>
        <CancelButton file={file.id} update={update} />
      </div>
    </>
  );
};
