import type { AuditItem } from '../../src/plugins/license-keys/shared/audit';
import {
  PREVIEW_HEADER,
  type Paged,
  type UnlockAnswer,
} from '../../src/plugins/license-keys/shared/license';
import type { Admin } from './admin';
import { bodyOf } from './http';

/** The audit trail of a license as the administrator's preview reads it, the newest first. */
export const trailOf = async (admin: Admin, documentId: string): Promise<AuditItem[]> => {
  const { password } = admin.credentials;
  const unlocked = await admin.post('/license-keys/preview/unlock').send({ password }).expect(200);
  const { token } = bodyOf<UnlockAnswer>(unlocked).data;
  const answer = await admin
    .get(`/license-keys/licenses/${documentId}/audit`)
    .set(PREVIEW_HEADER, token)
    .expect(200);
  return bodyOf<Paged<AuditItem>>(answer).data;
};
