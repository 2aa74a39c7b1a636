import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { AUDIT_SORT_FIELDS, AuditItem } from '../../../../shared/audit';
import { StateChange } from '../../audit/StateChange';
import { useActorName } from '../../audit/useActorName';
import { DateTime } from '../../components/DateTime';
import { useTranslate } from '../../i18n/useTranslate';
import { RecordTable } from '../../list/RecordTable';

import { entryButton } from './entryButton';
import { LicenseOf } from './LicenseOf';
import type { AuditList } from './useAuditList';

interface AuditTableProps {
  list: AuditList;
  onEntry: (id: number) => void;
}

export const AuditTable = ({ list, onEntry }: AuditTableProps) => {
  const t = useTranslate();
  const { result } = list;
  const { formatDate } = useIntl();
  const actorName = useActorName();
  const timeText = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' });

  return (
    <RecordTable<AuditItem, (typeof AUDIT_SORT_FIELDS)[number]>
      label={t('auditLog.title')}
      loadingLabel={t('auditLog.loading')}
      items={result.answer?.data}
      keyOf={({ id }) => id}
      list={list}
      isBusy={result.isFetching}
      columns={[
        {
          name: 'occurredAt',
          head: t('auditLog.occurredAt'),
          sortBy: 'occurredAt',
          cell: ({ occurredAt }) => <DateTime at={occurredAt} />,
        },
        {
          name: 'action',
          head: t('auditLog.action'),
          cell: ({ action }) => <Typography>{t(`audit.${action}`)}</Typography>,
        },
        {
          name: 'license',
          head: t('auditLog.license'),
          cell: (entry) => <LicenseOf {...entry} />,
        },
        {
          name: 'actor',
          head: t('auditLog.actor'),
          cell: (entry) => (
            <Typography tag="div" ellipsis maxWidth="24rem" title={actorName(entry)}>
              {actorName(entry)}
            </Typography>
          ),
        },
        {
          name: 'states',
          head: t('column.state'),
          cell: ({ from, to }) => (
            <Flex gap={2}>
              <StateChange from={from} to={to} />
            </Flex>
          ),
        },
        { name: 'ip', head: t('auditLog.ip'), cell: ({ ip }) => ip ?? '—' },
        {
          name: 'details',
          head: t('auditLog.details'),
          cell: ({ id, action, occurredAt }) => (
            <IconButton
              id={entryButton(id)}
              variant="ghost"
              label={t('auditLog.open', { action: t(`audit.${action}`), at: timeText(occurredAt) })}
              onClick={() => {
                onEntry(id);
              }}
            >
              <Eye />
            </IconButton>
          ),
        },
      ]}
    />
  );
};
