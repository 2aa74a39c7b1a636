import { useTranslate } from '../../i18n/useTranslate';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';

import { isFiltered, NO_JOB_FILTERS } from './jobParams';
import { JobTable } from './JobTable';
import type { JobQuery } from './useJobQuery';
import type { JobsResult } from './useJobs';

interface JobListProps {
  list: JobQuery;
  jobs: JobsResult;
  onOpen: (id: number) => void;
}

export const JobList = ({ list, jobs, onOpen }: JobListProps) => {
  const t = useTranslate();
  const { answer, isBusy } = jobs;
  const { environment } = list.query;

  return (
    <ListBody
      result={jobs}
      empty={
        <EmptyList
          isFiltered={answer !== undefined && isFiltered(answer.query)}
          none={t('jobs.empty', { environment })}
          noMatch={t('jobs.noMatch', { environment })}
          onClearFilters={() => {
            list.update(NO_JOB_FILTERS);
          }}
        />
      }
    >
      <JobTable list={list} jobs={answer?.data} isBusy={isBusy} onOpen={onOpen} />
    </ListBody>
  );
};
