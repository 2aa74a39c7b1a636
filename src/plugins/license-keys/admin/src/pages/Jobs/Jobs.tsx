import { Layouts, Page } from '@strapi/strapi/admin';

import type { PageContext } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';
import { ListHeader } from '../../list/ListHeader';
import { jobButtonId } from '../../jobs/ids';
import { JobDialog } from '../../jobs/JobDialog';

import { JobFilters } from './filters/JobFilters';
import { JobList } from './JobList';
import { isFiltered } from './jobParams';
import { useJobAddress } from './useJobAddress';
import { useJobQuery } from './useJobQuery';
import { useJobs } from './useJobs';

export const Jobs = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useJobQuery(context);
  const jobs = useJobs(list);
  const address = useJobAddress();
  const { environment } = list.query;
  const { answer } = jobs;

  const summary =
    answer &&
    t(isFiltered(answer.query) ? 'jobs.matching' : 'jobs.total', {
      total: answer.meta.pagination.total,
      environment,
    });

  return (
    <Page.Main>
      <ListHeader
        title={t('jobs.title')}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          list.update({ environment: name });
        }}
      />
      <JobFilters list={list} />
      <Layouts.Content>
        <JobList list={list} jobs={jobs} onOpen={address.open} />
      </Layouts.Content>
      {address.id !== undefined && (
        <JobDialog id={address.id} opener={jobButtonId(address.id)} onClose={address.close} />
      )}
    </Page.Main>
  );
};
