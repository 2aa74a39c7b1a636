import type { LicenseListQuery } from '../../../../../../shared/list';
import { useGetLicenseKeyGeneratorsQuery } from '../../../../services/forms';
import { useGetLicenseKeyProductsQuery } from '../../../../services/licenses';
import { useFilterCustomer } from '../useFilterCustomer';

interface Named {
  documentId: string;
  name: string;
}

/** What is gone goes by its id; what is not here yet is undefined. */
const nameOf = (id: string | undefined, all: Named[] | undefined): string | undefined =>
  all && (all.find(({ documentId }) => documentId === id)?.name ?? id);

/** What the ids that the list is filtered by are called. */
export const useFilterNames = (
  query: LicenseListQuery
): Record<'product' | 'customer' | 'generator', string | undefined> => {
  const { environment, product, generator } = query;
  const { currentData: products } = useGetLicenseKeyProductsQuery(environment, { skip: !product });
  const { currentData: generators } = useGetLicenseKeyGeneratorsQuery(
    { environment },
    { skip: !generator }
  );
  const customer = useFilterCustomer(query);

  return {
    product: nameOf(product, products),
    customer: customer === null ? query.customer : customer?.name,
    generator: nameOf(generator, generators),
  };
};
