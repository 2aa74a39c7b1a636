import { useState } from 'react';

import { Layouts, Page } from '@strapi/strapi/admin';

import type { PageContext } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';

import { ActionDialog } from './actions/ActionDialog';
import type { ActionRequest } from './actions/licenseActions';
import { Bulk } from './bulk/Bulk';
import { useSelection } from './bulk/selection/useSelection';
import { EnvironmentSwitch } from './EnvironmentSwitch';
import { ListFilters } from './filters/ListFilters';
import { NO_SCOPED_FILTERS } from './hooks/listParams';
import { useLicenses } from './hooks/useLicenses';
import { useListQuery } from './hooks/useListQuery';
import { LicenseList } from './LicenseList';
import { ListSummary } from './ListSummary';
import { SortDialog } from './sort/SortDialog';

export const LicenseKeys = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useListQuery(context);
  const licenses = useLicenses(list);
  const selection = useSelection(list.query, licenses.answer);
  const [request, setRequest] = useState<ActionRequest>();
  const { environment } = list.query;

  return (
    <Page.Main>
      <Page.Title>{t('page.title')}</Page.Title>
      <Layouts.Header
        title={t('page.title')}
        subtitle={<ListSummary environment={environment} answer={licenses.answer} />}
        primaryAction={
          <>
            <EnvironmentSwitch
              environments={context.environments}
              value={environment}
              onChange={(name) => {
                list.update({ environment: name, ...NO_SCOPED_FILTERS });
              }}
            />
            <SortDialog list={list} />
          </>
        }
      />
      <Layouts.Action startActions={<ListFilters list={list} />} />
      <Layouts.Content>
        <Bulk environment={environment} selection={selection} />
        <LicenseList
          list={list}
          licenses={licenses}
          selection={selection}
          onAction={setRequest}
        />
      </Layouts.Content>
      {request && (
        <ActionDialog
          request={request}
          onClose={() => {
            setRequest(undefined);
          }}
        />
      )}
    </Page.Main>
  );
};
