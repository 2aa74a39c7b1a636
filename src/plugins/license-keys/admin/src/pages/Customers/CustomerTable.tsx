import { Flex, Typography } from '@strapi/design-system';

import type { CustomerItem, CustomerSortField } from '../../../../shared/catalog';
import { DayText } from '../../components/DayText';
import type { ContentManager } from '../../contentManager/useContentManager';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { RecordTable } from '../../list/RecordTable';
import { listPath, subPagePath } from '../../utils/listPath';
import { CountLink } from '../Catalog/CountLink';
import { EditLink } from '../Catalog/EditLink';
import type { CatalogList } from '../Catalog/useCatalogQuery';

interface CustomerTableProps {
  list: CatalogList<CustomerSortField>;
  customers: CustomerItem[] | undefined;
  isBusy: boolean;
  contentManager: ContentManager;
}

const TEXTS = [
  ['name', 'customers.name'],
  ['email', 'customers.email'],
  ['company', 'customers.company'],
] as const;

export const CustomerTable = ({ list, customers, isBusy, contentManager }: CustomerTableProps) => {
  const t = useTranslate();
  const maySeeDevices = useAllowedVerbs().has('read-devices');
  const { environment } = list.query;

  return (
    <RecordTable<CustomerItem, CustomerSortField>
      label={t('customers.title')}
      loadingLabel={t('customers.loading')}
      items={customers}
      keyOf={({ documentId }) => documentId}
      list={list}
      isBusy={isBusy}
      columns={[
        ...TEXTS.map(([name, label]) => ({
          name,
          head: t(label),
          sortBy: name,
          cell: (customer: CustomerItem) => (
            <Typography ellipsis maxWidth="24rem" title={customer[name] ?? undefined}>
              {customer[name] ?? '—'}
            </Typography>
          ),
        })),
        {
          name: 'licenses',
          head: t('customers.licenses'),
          cell: ({ documentId, name, licenses, activeLicenses }) => (
            <Flex gap={1}>
              <CountLink
                count={activeLicenses}
                label={t('catalog.licenses.active', { name })}
                to={listPath({ environment, customer: documentId, state: 'active' })}
              />
              <Typography textColor="neutral600">/</Typography>
              <CountLink
                count={licenses}
                label={t('catalog.licenses', { name })}
                to={listPath({ environment, customer: documentId })}
              />
            </Flex>
          ),
        },
        {
          name: 'devices',
          head: t('customers.devices'),
          cell: ({ documentId, name, devices }) => (
            <CountLink
              count={devices}
              label={t('catalog.devices', { name })}
              to={
                maySeeDevices
                  ? subPagePath('activations', {
                      environment,
                      customer: documentId,
                      status: 'active',
                    })
                  : undefined
              }
            />
          ),
        },
        {
          name: 'createdAt',
          head: t('column.createdAt'),
          sortBy: 'createdAt',
          cell: ({ createdAt }) => <DayText at={createdAt} />,
        },
        {
          name: 'actions',
          head: t('column.actions'),
          cell: ({ documentId, name }) => (
            <EditLink name={name} to={contentManager.pathOf(documentId)} />
          ),
        },
      ]}
    />
  );
};
