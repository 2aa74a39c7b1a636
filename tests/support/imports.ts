import type {
  ImportItem,
  ImportKind,
  ImportReport,
} from '../../src/plugins/license-keys/shared/imports';
import type {
  JobItem,
  JobOutcome,
  JobResultsAnswer,
} from '../../src/plugins/license-keys/shared/jobs';
import { permissionId, type LicenseVerb } from '../../src/plugins/license-keys/shared/permissions';
import { REASON_CODES } from '../../src/plugins/license-keys/shared/reasons';
import { createAdminWith, registerSuperAdmin, type Admin } from './admin';
import { bodyOf } from './http';
import { endedJob } from './jobs';
import { service } from './plugin';
import { stockOf } from './stock';
import { startStrapi } from './strapi';

export const IMPORTS = '/license-keys/imports';

/** An application to import into, and what its page does with files. `stop` verifies the audit trail first. */
export const startImports = async () => {
  const app = await startStrapi({ env: { LICENSE_IMPORT_MAX_BYTES: '2000000' } });
  const { strapi, http } = app;
  const admin = await registerSuperAdmin(http);
  const stock = stockOf(strapi);

  const send = (kind: ImportKind, content: string | Buffer, who: Admin = admin) =>
    who
      .post(`${IMPORTS}?environment=production&kind=${kind}&fileName=customers.csv`)
      .set('Content-Type', 'text/csv')
      .send(content);

  const upload = async (kind: ImportKind, content: string | Buffer): Promise<ImportItem> =>
    bodyOf<{ data: ImportItem }>(await send(kind, content).expect(201)).data;

  const dryRun = async ({ id, mapping }: ImportItem): Promise<ImportReport> =>
    bodyOf<{ data: ImportReport }>(
      await admin.post(`${IMPORTS}/${id}/dry-run`).send({ mapping }).expect(200)
    ).data;

  const ended = async (id: number): Promise<JobItem> => endedJob(admin, id);

  const begin = async ({ id, mapping }: ImportItem): Promise<number> =>
    bodyOf<{ data: JobItem }>(
      await admin.post(`${IMPORTS}/${id}/commit`).send({ mapping }).expect(202)
    ).data.id;

  const carryOut = async (kind: ImportKind, content: string | Buffer): Promise<JobItem> =>
    ended(await begin(await upload(kind, content)));

  /** Lines with their reasons, each of which the page has a sentence for. */
  const reasonsOf = async ({ id }: JobItem, outcome: JobOutcome) => {
    const { data } = bodyOf<JobResultsAnswer>(
      await admin.get(`/license-keys/jobs/${id}/items?outcome=${outcome}&pageSize=100`).expect(200)
    );
    for (const { code } of data) expect(REASON_CODES).toContain(code);
    return data.map(({ line, code, field }) => [line, code, field]);
  };

  const problemsOf = async (job: JobItem) => reasonsOf(job, 'refused');

  const staffWith = async (...verbs: LicenseVerb[]) =>
    createAdminWith(
      http,
      admin,
      verbs.map((verb) => ({ action: permissionId(verb) }))
    );

  const licenseOf = async (key: string) =>
    (await strapi.db
      .query('plugin::license-keys.license')
      .findOne({ where: { key }, populate: ['customer', 'product'] })) as {
      documentId: string;
      state: string;
      customer: { name: string; email: string } | null;
      [field: string]: unknown;
    };

  const pool = async (slug: string, count: number) => {
    const product = await stock.product({ slug, name: slug });
    for (let index = 0; index < count; index += 1) {
      await stock.license({ product, state: 'available' });
    }
    return product;
  };

  const assignedOf = async (productId: number): Promise<string[]> => {
    const rows = (await strapi.db.query('plugin::license-keys.license').findMany({
      where: { product: { id: productId }, state: 'assigned' },
      populate: ['customer'],
      orderBy: { id: 'asc' },
    })) as { customer: { email: string } }[];
    return rows.map(({ customer }) => customer.email);
  };

  return {
    app,
    admin,
    stock,
    send,
    upload,
    dryRun,
    ended,
    begin,
    carryOut,
    reasonsOf,
    problemsOf,
    staffWith,
    licenseOf,
    pool,
    assignedOf,

    stop: async (): Promise<void> => {
      expect((await service(strapi, 'audit').verify()).broken).toBeNull();
      await app.stop();
    },
  };
};

export type Imports = Awaited<ReturnType<typeof startImports>>;
