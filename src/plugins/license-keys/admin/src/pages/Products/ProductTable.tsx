import { Flex, Typography } from '@strapi/design-system';

import type { ProductItem, ProductSortField } from '../../../../shared/catalog';
import { DayText } from '../../components/DayText';
import { Pill } from '../../components/Pill';
import { TextLink } from '../../components/TextLink';
import type { ContentManager } from '../../contentManager/useContentManager';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { RecordTable } from '../../list/RecordTable';
import { listPath, subPagePath } from '../../utils/listPath';
import { CountLink } from '../Catalog/CountLink';
import { EditLink } from '../Catalog/EditLink';
import type { CatalogList } from '../Catalog/useCatalogQuery';

interface ProductTableProps {
  list: CatalogList<ProductSortField>;
  products: ProductItem[] | undefined;
  isBusy: boolean;
  contentManager: ContentManager;
}

/** Licenses of a product by their state. */
const STATE_COUNTS = [
  ['available', 'available'],
  ['assigned', 'assigned'],
  ['active', 'activeLicenses'],
] as const;

export const ProductTable = ({ list, products, isBusy, contentManager }: ProductTableProps) => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const { environment } = list.query;

  return (
    <RecordTable<ProductItem, ProductSortField>
      label={t('products.title')}
      loadingLabel={t('products.loading')}
      items={products}
      keyOf={({ documentId }) => documentId}
      list={list}
      isBusy={isBusy}
      columns={[
        ...(['name', 'slug'] as const).map((name) => ({
          name,
          head: t(`products.${name}`),
          sortBy: name,
          cell: (product: ProductItem) => (
            <Typography ellipsis maxWidth="20rem" title={product[name]}>
              {product[name]}
            </Typography>
          ),
        })),
        {
          name: 'active',
          head: t('filter.state'),
          sortBy: 'active',
          cell: ({ active }) => (
            <Pill tone={active ? 'success' : 'neutral'}>
              {t(active ? 'product.active' : 'product.inactive')}
            </Pill>
          ),
        },
        {
          name: 'licenses',
          head: t('products.licenses'),
          cell: ({ documentId, name, licenses }) => (
            <CountLink
              count={licenses}
              label={t('catalog.licenses', { name })}
              to={listPath({ environment, product: documentId })}
            />
          ),
        },
        ...STATE_COUNTS.map(([state, count]) => ({
          name: state,
          head: t(`state.${state}`),
          cell: (product: ProductItem) => (
            <CountLink
              count={product[count]}
              label={t(`catalog.licenses.${state}`, { name: product.name })}
              to={listPath({ environment, product: product.documentId, state })}
            />
          ),
        })),
        {
          name: 'generators',
          head: t('products.generators'),
          cell: ({ documentId, name, generators }) => (
            <CountLink
              count={generators}
              label={t('catalog.generators', { name })}
              to={
                allowed.has('read-generators')
                  ? subPagePath('generators', { environment, product: documentId })
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
            <Flex gap={3}>
              {allowed.has('read-devices') && (
                <TextLink
                  to={subPagePath('activations', { environment, product: documentId })}
                  aria-label={t('catalog.activations', { name })}
                >
                  {t('devices.title')}
                </TextLink>
              )}
              <EditLink name={name} to={contentManager.pathOf(documentId)} />
            </Flex>
          ),
        },
      ]}
    />
  );
};
