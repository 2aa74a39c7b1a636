import { parseProductSort, PRODUCT_UID } from '../../../../shared/catalog';
import type { PageContext } from '../../../../shared/list';
import { useContentManager } from '../../contentManager/useContentManager';
import { useListAnswer } from '../../list/useListAnswer';
import { useGetLicenseKeyProductListQuery } from '../../services/catalog';
import { CatalogLayout } from '../Catalog/CatalogLayout';
import { useCatalogQuery } from '../Catalog/useCatalogQuery';

import { ProductTable } from './ProductTable';

export const Products = ({ context }: { context: PageContext['data'] }) => {
  const list = useCatalogQuery(context, parseProductSort);
  const contentManager = useContentManager(PRODUCT_UID);
  const products = useListAnswer(
    useGetLicenseKeyProductListQuery(list.query, { refetchOnMountOrArgChange: true }),
    list.query,
    list.update
  );

  return (
    <CatalogLayout
      kind="products"
      context={context}
      list={list}
      result={products}
      contentManager={contentManager}
    >
      <ProductTable
        list={list}
        products={products.answer?.data}
        isBusy={products.isFetching}
        contentManager={contentManager}
      />
    </CatalogLayout>
  );
};
