import type { LicenseListQuery } from '../../../../../shared/list';
import type { Customer } from '../../../services/forms';
import { useGetLicenseKeyCustomerQuery } from '../../../services/customers';

/** The customer that the list is filtered by: null if it is gone, undefined until it is here. */
export const useFilterCustomer = ({
  environment,
  customer,
}: LicenseListQuery): Customer | null | undefined => {
  const { currentData } = useGetLicenseKeyCustomerQuery(
    { environment, documentId: customer ?? '' },
    { skip: customer === undefined }
  );
  return currentData;
};
