import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type {
  AuditEntryAnswer,
  AuditExportBody,
  AuditItem,
} from '../../src/plugins/license-keys/shared/audit';
import type { Paged } from '../../src/plugins/license-keys/shared/license';
import { registerSuperAdmin } from './admin';
import { bodyOf } from './http';
import { service } from './plugin';
import { stockOf, SYSTEM } from './stock';
import { startStrapi } from './strapi';

export const GRACE = { ...SYSTEM, type: 'admin', id: '77', name: 'Grace Hopper' } as const;
const SHOP = { ...SYSTEM, type: 'api-token', id: '77', name: 'Web shop' } as const;

export type AuditLog = Awaited<ReturnType<typeof openAuditLog>>;

/** An application, and an administrator who reads and exports its audit log. */
export const openAuditLog = async () => {
  const app = await startStrapi();
  const admin = await registerSuperAdmin(app.http);
  const stock = stockOf(app.strapi);
  const licenses = service(app.strapi, 'licenses');

  return {
    app,
    admin,
    stock,
    entries: () => app.strapi.db.connection(TABLE.auditEntry),
    find: async (query: Record<string, string | number> = {}): Promise<Paged<AuditItem>> =>
      bodyOf<Paged<AuditItem>>(
        await admin
          .get('/license-keys/audit-entries')
          .query({ environment: 'production', ...query })
          .expect(200)
      ),
    findOne: async (id: number | undefined): Promise<AuditEntryAnswer['data']> =>
      bodyOf<AuditEntryAnswer>(
        await admin.get(`/license-keys/audit-entries/${String(id)}`).expect(200)
      ).data,
    exportOf: (body: Partial<AuditExportBody>) =>
      admin
        .post('/license-keys/exports/audit-entries')
        .send({ environment: 'production', format: 'json', filter: {}, ...body }),
    /** Grace suspends a license with a device, and the shop unsuspends it. */
    suspension: async (key: string) => {
      const license = await stock.license({ key });
      await licenses.suspend({ documentId: license.documentId, actor: GRACE });
      await licenses.unsuspend({ documentId: license.documentId, actor: SHOP });
      return license;
    },
  };
};
