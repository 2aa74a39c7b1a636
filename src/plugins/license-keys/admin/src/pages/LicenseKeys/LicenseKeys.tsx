import { useCallback } from 'react';

import { Layouts, Page } from '@strapi/strapi/admin';

import type { PageContext } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';
import { KeyboardHelp } from '../../keyboard/KeyboardHelp';

import { Bulk } from './bulk/Bulk';
import { useSelection } from './bulk/selection/useSelection';
import { EnvironmentSwitch } from './EnvironmentSwitch';
import { ExportDialog } from './export/ExportDialog';
import { ExportMenu } from './export/ExportMenu';
import { useExport } from './export/useExport';
import { ListFilters } from './filters/ListFilters';
import { CreateButton } from './forms/create/CreateButton';
import { NO_SCOPED_FILTERS } from './hooks/listParams';
import { useDialogAddress } from './hooks/useDialogAddress';
import { useLicenses } from './hooks/useLicenses';
import { useListQuery } from './hooks/useListQuery';
import { LicenseDialogs } from './LicenseDialogs';
import { LicenseList } from './LicenseList';
import { ListSummary } from './ListSummary';
import { SortDialog } from './sort/SortDialog';

export const LicenseKeys = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useListQuery(context);
  const licenses = useLicenses(list);
  const selection = useSelection(list.query, licenses.answer);
  const licenseExport = useExport(list.query);
  const address = useDialogAddress();
  const { environment } = list.query;

  const { update } = list;
  const followEnvironment = useCallback(
    (name: string) => {
      if (!context.environments.includes(name)) return;
      update({ environment: name, ...NO_SCOPED_FILTERS }, { replace: true });
    },
    [context, update]
  );

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
            <ExportMenu onExport={(format) => void licenseExport.start(format)} />
            <KeyboardHelp context={context} />
            <CreateButton
              onClick={() => {
                address.open({ name: 'create' });
              }}
            />
          </>
        }
      />
      <ListFilters list={list} />
      <Layouts.Content>
        <Bulk environment={environment} selection={selection} />
        <LicenseList
          list={list}
          licenses={licenses}
          selection={selection}
          onAction={({ action, license }) => {
            address.open({ name: action, license: license.documentId });
          }}
        />
      </Layouts.Content>
      <ExportDialog {...licenseExport} />
      <LicenseDialogs
        address={address}
        environment={environment}
        onEnvironment={followEnvironment}
      />
    </Page.Main>
  );
};
