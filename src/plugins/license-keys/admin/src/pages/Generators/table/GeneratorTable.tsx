import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { GeneratorListItem, GeneratorSortField } from '../../../../../shared/generators';
import { Moment } from '../../../components/Moment';
import { Pill } from '../../../components/Pill';
import { useAllowedVerbs } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';
import { RecordTable } from '../../../list/RecordTable';
import { TwoLines } from '../../../list/TwoLines';
import { GeneratorMenu, type OnGeneratorAction } from '../actions/GeneratorMenu';
import type { GeneratorList } from '../hooks/useGeneratorList';

interface GeneratorTableProps {
  list: GeneratorList;
  generators: GeneratorListItem[] | undefined;
  isBusy: boolean;
  onAction: OnGeneratorAction;
}

export const GeneratorTable = ({ list, generators, isBusy, onAction }: GeneratorTableProps) => {
  const t = useTranslate();
  const { formatNumber, formatDate } = useIntl();
  const allowed = useAllowedVerbs();

  return (
    <RecordTable<GeneratorListItem, GeneratorSortField>
      label={t('generators.title')}
      loadingLabel={t('generators.loading')}
      items={generators}
      keyOf={({ documentId }) => documentId}
      list={list}
      isBusy={isBusy}
      columns={[
        {
          name: 'name',
          head: t('generators.column.name'),
          sortBy: 'name',
          cell: ({ name, documentId }) => <TwoLines first={name} second={documentId} />,
        },
        {
          name: 'type',
          head: t('generators.column.type'),
          sortBy: 'type',
          cell: ({ type }) => <Typography>{t(`generators.type.${type}`)}</Typography>,
        },
        {
          name: 'product',
          head: t('column.product'),
          sortBy: 'product',
          cell: ({ product }) => (
            <TwoLines
              first={product.name}
              second={t(product.active ? 'product.active' : 'product.inactive')}
            />
          ),
        },
        {
          name: 'generatedCount',
          head: t('generators.column.generated'),
          sortBy: 'generatedCount',
          cell: ({ generatedCount }) => <Typography>{formatNumber(generatedCount)}</Typography>,
        },
        {
          name: 'active',
          head: t('column.state'),
          sortBy: 'active',
          cell: ({ active }) => (
            <Pill tone={active ? 'success' : 'neutral'}>
              {t(active ? 'product.active' : 'product.inactive')}
            </Pill>
          ),
        },
        {
          name: 'createdAt',
          head: t('column.createdAt'),
          sortBy: 'createdAt',
          cell: ({ createdAt }) => (
            <Typography>
              <Moment at={createdAt}>{formatDate(createdAt, { dateStyle: 'medium' })}</Moment>
            </Typography>
          ),
        },
        {
          name: 'actions',
          head: t('column.actions'),
          cell: (generator) => (
            <GeneratorMenu generator={generator} allowed={allowed} onAction={onAction} />
          ),
        },
      ]}
    />
  );
};
