import type {
  LicenseListAnswer,
  LicenseListItem,
} from '../../src/plugins/license-keys/shared/list';
import type { LicenseDetail } from '../../src/plugins/license-keys/shared/license';
import type { Admin } from './admin';
import { bodyOf } from './http';

export const LIST = '/license-keys/licenses';

export type ListQuery = Record<string, string | number>;

/** A page of the list, as the License Keys page asks for it. */
export const list = async (admin: Admin, query: ListQuery): Promise<LicenseListAnswer> =>
  bodyOf<LicenseListAnswer>(await admin.get(LIST).query(query).expect(200));

/** All that the forms are told of a license, found in production by its key or the beginning of it. */
export const licenseOf = async (admin: Admin, key: string): Promise<LicenseDetail> => {
  const [found] = (await list(admin, { environment: 'production', _q: key })).data;
  if (!found) throw new Error(`There is no license ${key}.`);
  const answer = await admin.get(`${LIST}/${found.documentId}`).expect(200);
  return bodyOf<{ data: LicenseDetail }>(answer).data;
};

export const keysOf = ({ data }: { data: LicenseListItem[] }): string[] =>
  data.map(({ key }) => key);
