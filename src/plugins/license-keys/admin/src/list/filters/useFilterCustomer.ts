import { useGetLicenseKeyCustomerQuery } from '../../services/customers';
import type { Customer } from '../../services/forms';

interface FilterQuery {
  environment: string;
  /** documentId */
  customer?: string;
}

/** The customer that the list is filtered by: null if it cannot be found, undefined until it is here. */
export const useFilterCustomer = ({
  environment,
  customer,
}: FilterQuery): Customer | null | undefined => {
  const { currentData, error } = useGetLicenseKeyCustomerQuery(
    { environment, documentId: customer ?? '' },
    { skip: customer === undefined }
  );
  return error ? null : currentData;
};
