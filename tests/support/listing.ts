import type {
  LicenseListAnswer,
  LicenseListItem,
} from '../../src/plugins/license-keys/shared/list';
import type { Admin } from './admin';
import { bodyOf } from './http';

export const LIST = '/license-keys/licenses';

export type ListQuery = Record<string, string | number>;

/** A page of the list, as the License Keys page asks for it. */
export const list = async (admin: Admin, query: ListQuery): Promise<LicenseListAnswer> =>
  bodyOf<LicenseListAnswer>(await admin.get(LIST).query(query).expect(200));

export const keysOf = ({ data }: { data: LicenseListItem[] }): string[] =>
  data.map(({ key }) => key);
