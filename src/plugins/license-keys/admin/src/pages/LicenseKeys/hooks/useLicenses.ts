import { useListAnswer } from '../../../list/useListAnswer';
import { useGetLicenseKeysQuery } from '../../../services/licenses';

import type { ListQuery } from './useListQuery';

/** The page of the list that the address asks for. */
export const useLicenses = ({ query, update }: ListQuery) =>
  useListAnswer(useGetLicenseKeysQuery(query, { refetchOnMountOrArgChange: true }), query, update);

export type LicensesResult = ReturnType<typeof useLicenses>;
