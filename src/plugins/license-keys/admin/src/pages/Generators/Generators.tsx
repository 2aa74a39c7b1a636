import { useCallback } from 'react';

import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import type { PageContext } from '../../../../shared/list';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { ListHeader } from '../../list/ListHeader';
import { JobNotices } from '../../jobs/JobNotices';
import { useTrackedJobs } from '../../jobs/useTrackedJobs';
import { listPath } from '../../utils/listPath';

import type { OnGeneratorAction } from './actions/GeneratorMenu';
import { useGeneratorSwitch } from './actions/useGeneratorSwitch';
import { GeneratorFilters } from './filters/GeneratorFilters';
import { CREATE_BUTTON_ID } from './forms/CreateDialog';
import { GeneratorDialogs } from './GeneratorDialogs';
import { GeneratorList } from './GeneratorList';
import { useGeneratorDialog } from './hooks/useGeneratorDialog';
import { isFiltered, useGeneratorList, useGenerators } from './hooks/useGeneratorList';
import { PoolWarning } from './PoolWarning';

export const Generators = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const allowed = useAllowedVerbs();
  const list = useGeneratorList(context);
  const generators = useGenerators(list);
  const address = useGeneratorDialog();
  const jobs = useTrackedJobs();
  const switchGenerator = useGeneratorSwitch();
  const { environment } = list.query;
  const { answer } = generators;

  const { update } = list;
  const followEnvironment = useCallback(
    (name: string) => {
      if (!context.environments.includes(name)) return;
      update({ environment: name, product: undefined }, { replace: true });
    },
    [context, update]
  );

  const act: OnGeneratorAction = (action, generator) => {
    if (action === 'switch') void switchGenerator(generator);
    else if (action === 'licenses')
      navigate(listPath({ environment, generator: generator.documentId }));
    else address.open({ name: action, generator: generator.documentId });
  };

  const summary =
    answer &&
    t(isFiltered(answer.query) ? 'generators.matching' : 'generators.total', {
      total: answer.meta.pagination.total,
      environment,
    });

  return (
    <Page.Main>
      <ListHeader
        title={t('generators.title')}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          update({ environment: name, product: undefined });
        }}
      >
        {allowed.has('create-generator') && (
          <Button
            id={CREATE_BUTTON_ID}
            startIcon={<Plus />}
            onClick={() => {
              address.open({ name: 'create' });
            }}
          >
            {t('generators.create')}
          </Button>
        )}
      </ListHeader>
      <GeneratorFilters list={list} />
      <Layouts.Content>
        <JobNotices
          jobIds={jobs.jobIds}
          openJobId={address.dialog?.name === 'job' ? address.dialog.job : undefined}
          onOpen={(job) => {
            address.open({ name: 'job', job });
          }}
          onDismiss={jobs.untrack}
        />
        <PoolWarning environment={environment} />
        <GeneratorList list={list} generators={generators} onAction={act} />
      </Layouts.Content>
      <GeneratorDialogs
        address={address}
        environment={environment}
        product={list.query.product}
        jobs={jobs}
        onEnvironment={followEnvironment}
      />
    </Page.Main>
  );
};
