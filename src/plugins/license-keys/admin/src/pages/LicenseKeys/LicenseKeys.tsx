import { useCallback } from 'react';

import { Layouts, Page } from '@strapi/strapi/admin';

import type { LicenseFilter, LicenseListQuery, PageContext } from '../../../../shared/list';
import { licenseExport } from '../../export/licenseExport';
import { EXPORT_LIST, ListExport } from '../../export/ListExport';
import { useTranslate } from '../../i18n/useTranslate';
import { ListHeader } from '../../list/ListHeader';
import { KeyboardHelp } from '../../keyboard/KeyboardHelp';

import { Bulk } from './bulk/Bulk';
import { useSelection } from '../../list/selection/useSelection';
import { ListFilters } from './filters/ListFilters';
import { CreateButton } from './forms/create/CreateButton';
import { filterIn, isFiltered, NO_SCOPED_FILTERS } from './hooks/listParams';
import { useDialogAddress } from './hooks/useDialogAddress';
import { useLicenses } from './hooks/useLicenses';
import { useListQuery } from './hooks/useListQuery';
import { ImportLink } from './ImportLink';
import { LicenseDialogs } from './LicenseDialogs';
import { LicenseList } from './LicenseList';
import { SortDialog } from './sort/SortDialog';

export const LicenseKeys = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useListQuery(context);
  const licenses = useLicenses(list);
  const selection = useSelection<LicenseListQuery, LicenseFilter>(
    list.query,
    licenses.answer,
    filterIn
  );
  const address = useDialogAddress();
  const { dialog, open, close, dialogs } = address;
  const openShortcuts = useCallback(() => {
    open({ name: 'shortcuts' });
  }, [open]);
  const { environment, sort } = list.query;
  const { answer } = licenses;

  const { update } = list;
  const followEnvironment = useCallback(
    (name: string) => {
      if (!context.environments.includes(name)) return;
      update({ environment: name, ...NO_SCOPED_FILTERS }, { replace: true });
    },
    [context, update]
  );

  const summary =
    answer &&
    t(isFiltered(answer.query) ? 'page.matching' : 'page.total', {
      total: answer.meta.pagination.total,
      environment,
    });

  return (
    <Page.Main>
      <ListHeader
        title={t('page.title')}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          list.update({ environment: name, ...NO_SCOPED_FILTERS });
        }}
      >
        <SortDialog
          list={list}
          isOpen={dialog?.name === 'sort'}
          onOpen={() => {
            open({ name: 'sort' });
          }}
          onClose={close}
        />
        <ListExport
          verb="export"
          count={answer?.meta.pagination.total}
          requestOf={(format) =>
            licenseExport({ environment, filter: filterIn(list.query), sort }, format)
          }
          isOpen={dialog?.name === EXPORT_LIST}
          onOpen={() => {
            open({ name: EXPORT_LIST });
          }}
          onClose={close}
        />
        <ImportLink environment={environment} />
        <KeyboardHelp
          context={context}
          isOpen={dialog?.name === 'shortcuts'}
          onOpen={openShortcuts}
          onClose={close}
        />
        <CreateButton
          onClick={() => {
            open({ name: 'create' });
          }}
        />
      </ListHeader>
      <ListFilters list={list} />
      <Layouts.Content>
        <Bulk environment={environment} selection={selection} dialogs={dialogs} />
        <LicenseList
          list={list}
          licenses={licenses}
          selection={selection}
          onAction={({ action, license }) => {
            open({ name: action, license: license.documentId });
          }}
        />
      </Layouts.Content>
      <LicenseDialogs
        address={address}
        environment={environment}
        onEnvironment={followEnvironment}
      />
    </Page.Main>
  );
};
