import { CUSTOMER_UID, parseCustomerSort } from '../../../../shared/catalog';
import type { PageContext } from '../../../../shared/list';
import { useContentManager } from '../../contentManager/useContentManager';
import { useListAnswer } from '../../list/useListAnswer';
import { useGetLicenseKeyCustomerListQuery } from '../../services/catalog';
import { CatalogLayout } from '../Catalog/CatalogLayout';
import { useCatalogQuery } from '../Catalog/useCatalogQuery';

import { CustomerTable } from './CustomerTable';

export const Customers = ({ context }: { context: PageContext['data'] }) => {
  const list = useCatalogQuery(context, parseCustomerSort);
  const contentManager = useContentManager(CUSTOMER_UID);
  const customers = useListAnswer(
    useGetLicenseKeyCustomerListQuery(list.query, { refetchOnMountOrArgChange: true }),
    list.query,
    list.update
  );

  return (
    <CatalogLayout
      kind="customers"
      context={context}
      list={list}
      result={customers}
      contentManager={contentManager}
    >
      <CustomerTable
        list={list}
        customers={customers.answer?.data}
        isBusy={customers.isFetching}
        contentManager={contentManager}
      />
    </CatalogLayout>
  );
};
