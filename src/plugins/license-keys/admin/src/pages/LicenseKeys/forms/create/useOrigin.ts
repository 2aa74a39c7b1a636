import { useGetLicenseKeyGeneratorsQuery } from '../../../../services/forms';
import { useGetLicenseKeyProductsQuery } from '../../../../services/licenses';

import type { Origin } from './origin';

/** What there is to choose from, and what is chosen: a generator that is the only one needs no choice. */
export const useOrigin = (environment: string, origin: Origin) => {
  const products = useGetLicenseKeyProductsQuery(environment, { refetchOnMountOrArgChange: true });
  const { product = '' } = origin;
  const generators = useGetLicenseKeyGeneratorsQuery(
    { environment, product },
    { skip: product === '' }
  );

  const activeProducts = products.currentData?.filter(({ active }) => active);
  const activeGenerators = generators.currentData?.filter(({ active }) => active);
  const [first, second] = activeGenerators ?? [];
  const chosen = activeGenerators?.find(({ documentId }) => documentId === origin.generator);

  return {
    products: activeProducts,
    generators: activeGenerators,
    generator: chosen ?? (second ? undefined : first),
    isLoading: products.isFetching || generators.isFetching,
    failures: { product: products.error, generator: generators.error },
  };
};

export type OriginState = ReturnType<typeof useOrigin>;
