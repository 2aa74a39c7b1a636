import { useGetLicenseKeyGeneratorsQuery } from '../../services/forms';
import { useGetLicenseKeyProductsQuery } from '../../services/licenses';

import { useFilterCustomer } from './useFilterCustomer';

interface Named {
  documentId: string;
  name: string;
}

/** Whose documentId a list can be filtered by. */
type Relation = 'product' | 'customer' | 'generator';

type FilterQuery = { environment: string } & Partial<Record<Relation, string>>;

interface Answer {
  currentData?: Named[];
  error?: unknown;
}

/** What cannot be found goes by its id; what is not here yet is undefined. */
const nameOf = (
  id: string | undefined,
  { error, currentData = error ? [] : undefined }: Answer
): string | undefined =>
  currentData && (currentData.find(({ documentId }) => documentId === id)?.name ?? id);

/** What the ids that the list is filtered by are called. */
export const useFilterNames = (query: FilterQuery): Record<Relation, string | undefined> => {
  const { environment, product, generator } = query;
  const products = useGetLicenseKeyProductsQuery(environment, { skip: !product });
  const generators = useGetLicenseKeyGeneratorsQuery({ environment }, { skip: !generator });
  const customer = useFilterCustomer(query);

  return {
    product: nameOf(product, products),
    customer: customer === null ? query.customer : customer?.name,
    generator: nameOf(generator, generators),
  };
};
