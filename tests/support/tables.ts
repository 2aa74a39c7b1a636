import type { Core } from '@strapi/strapi';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { State } from '../../src/plugins/license-keys/shared/states';

/** A license as the database has it, read past the application. */
export interface LicenseRow {
  id: number;
  document_id: string;
  state: State;
  activation_limit: number;
  product_id: number;
  customer_id: number | null;
  generator_id: number | null;
  expires_at: Date | number | null;
  assigned_at: Date | number | null;
  first_activated_at: Date | number | null;
  updated_at: Date | number;
}

const CATALOG = [TABLE.product, TABLE.customer, TABLE.generator];
const LICENSES = [TABLE.auditEntry, TABLE.activation, TABLE.license];

/** Every row of the plugin, to compare with what it is later. */
export const readAll = async (strapi: Core.Strapi): Promise<Record<string, unknown>> => {
  const tables: Record<string, unknown> = {};
  for (const table of [...CATALOG, ...LICENSES, TABLE.job]) {
    tables[table] = await strapi.db.connection(table).orderBy('id');
  }
  return tables;
};

export const readLicense = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<LicenseRow | undefined> => {
  const rows: unknown = await strapi.db
    .connection(TABLE.license)
    .where({ document_id: documentId });
  return (rows as LicenseRow[])[0];
};

/** The license of a test that has made just one. */
export const readOnlyLicense = async (
  strapi: Core.Strapi
): Promise<{ id: number; documentId: string }> => {
  const rows: unknown = await strapi.db.connection(TABLE.license);
  const [row, ...others] = rows as LicenseRow[];
  if (!row || others.length > 0) throw new Error('There is not just one license.');
  return { id: row.id, documentId: row.document_id };
};

/** An instant as either database keeps it, in milliseconds. */
export const instantOf = (value: Date | number | null | undefined): number | null =>
  value ? new Date(value).getTime() : null;

/** Removes all licenses with what belongs to them; products, customers and generators stay. */
export const clearLicenses = async (strapi: Core.Strapi): Promise<void> => {
  for (const table of LICENSES) await strapi.db.connection(table).delete();
};

export const clearAll = async (strapi: Core.Strapi): Promise<void> => {
  await clearLicenses(strapi);
  for (const table of [...CATALOG].reverse()) await strapi.db.connection(table).delete();
};
