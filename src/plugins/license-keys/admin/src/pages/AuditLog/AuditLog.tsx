import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { AuditExportBody } from '../../../../shared/audit';
import type { PageContext } from '../../../../shared/list';
import { PLUGIN_ID } from '../../../../shared/permissions';
import { EXPORT_LIST, ListExport } from '../../export/ListExport';
import { useTranslate } from '../../i18n/useTranslate';
import { ListHeader } from '../../list/ListHeader';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';
import { useDialogParams } from '../../list/useDialogParams';
import { dayOf } from '../../utils/days';

import { AuditTable } from './AuditTable';
import { ChainStatus } from './chains/ChainStatus';
import { EntryDialog } from './entry/EntryDialog';
import { AuditFilters } from './filters/AuditFilters';
import { filterIn, isFiltered, NO_FILTERS, NO_SCOPED_FILTERS, useAuditList } from './useAuditList';

const DIALOG_PARAMS = ['entry', 'dialog'] as const;

export const AuditLog = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const list = useAuditList(context);
  const { query, update, result } = list;
  const { environment, sort } = query;
  const { answer } = result;
  const dialog = useDialogParams(DIALOG_PARAMS);
  const entry = dialog.params.get('entry');
  const openEntry = (id: number) => {
    dialog.open({ entry: String(id) });
  };

  const summary =
    answer && t('auditLog.total', { total: answer.meta.pagination.total, environment });

  return (
    <Page.Main>
      <ListHeader
        title={t('auditLog.title')}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          update({ environment: name, ...NO_SCOPED_FILTERS });
        }}
      >
        <ListExport
          verb="export-audit"
          count={answer?.meta.pagination.total}
          requestOf={(format) => ({
            path: `/${PLUGIN_ID}/exports/audit-entries`,
            body: {
              environment,
              format,
              filter: filterIn(query),
              sort,
            } satisfies AuditExportBody,
            fileName: `audit-log-${environment}-${dayOf(Date.now())}.${format}`,
          })}
          isOpen={dialog.params.get('dialog') === EXPORT_LIST}
          onOpen={() => {
            dialog.open({ dialog: EXPORT_LIST });
          }}
          onClose={dialog.close}
        />
      </ListHeader>
      <AuditFilters list={list} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ChainStatus key={environment} environment={environment} onEntry={openEntry} />
          <ListBody
            result={result}
            empty={
              <EmptyList
                isFiltered={answer !== undefined && isFiltered(answer.query)}
                none={t('auditLog.empty', { environment })}
                noMatch={t('auditLog.noMatch', { environment })}
                onClearFilters={() => {
                  update(NO_FILTERS);
                }}
              />
            }
          >
            <AuditTable list={list} onEntry={openEntry} />
          </ListBody>
        </Flex>
      </Layouts.Content>
      {entry && (
        <EntryDialog
          id={entry}
          onClose={dialog.close}
          onLicense={(license, name) => {
            update({ ...NO_FILTERS, environment: name, license, entry: undefined });
          }}
        />
      )}
    </Page.Main>
  );
};
