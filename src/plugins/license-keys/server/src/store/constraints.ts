import { MAX_ACTIVATION_LIMIT, UNLIMITED } from '../../../shared/limits';
import { STATES } from '../../../shared/states';
import { TABLE } from '../uids';
import { deviceName, deviceStatusRank, seenAt } from './activations';
import { isPostgres } from './database';
import type { Db } from './database';
import { limitRank, stateRank } from './license-list';

/*
 * What Strapi's schemas cannot say. Created after each schema sync, and only where missing: the sync
 * does not know these and leaves them alone, but SQLite drops them with a table that it rebuilds.
 */

interface Index {
  name: string;
  table: string;
  columns: string;
  unique?: true;
  where?: string;
}

const INDEXES: readonly Index[] = [
  { name: 'lk_license_key', table: TABLE.license, columns: 'environment, key', unique: true },
  { name: 'lk_license_document', table: TABLE.license, columns: 'document_id', unique: true },
  { name: 'lk_license_product', table: TABLE.license, columns: 'environment, product_id, state' },
  { name: 'lk_license_customer', table: TABLE.license, columns: 'customer_id' },
  { name: 'lk_license_generator', table: TABLE.license, columns: 'generator_id' },
  { name: 'lk_license_expires', table: TABLE.license, columns: 'environment, expires_at, id' },
  { name: 'lk_license_created', table: TABLE.license, columns: 'environment, created_at, id' },
  {
    name: 'lk_license_state',
    table: TABLE.license,
    columns: `environment, (${stateRank('state')}), id`,
  },
  {
    name: 'lk_license_state_created',
    table: TABLE.license,
    columns: 'environment, state, created_at',
  },
  {
    name: 'lk_license_limit',
    table: TABLE.license,
    columns: `environment, (${limitRank('activation_limit')}), id`,
  },
  { name: 'lk_license_sweep', table: TABLE.license, columns: 'state, expires_at' },
  { name: 'lk_product_slug', table: TABLE.product, columns: 'environment, slug', unique: true },
  { name: 'lk_product_name', table: TABLE.product, columns: 'environment, lower(name)' },
  {
    name: 'lk_customer_email',
    table: TABLE.customer,
    columns: 'environment, lower(email)',
    unique: true,
  },
  { name: 'lk_customer_name', table: TABLE.customer, columns: 'environment, lower(name)' },
  { name: 'lk_generator_name', table: TABLE.generator, columns: 'environment, lower(name)' },
  { name: 'lk_generator_product', table: TABLE.generator, columns: 'product_id' },
  { name: 'lk_customer_company', table: TABLE.customer, columns: 'environment, lower(company)' },
  { name: 'lk_customer_created', table: TABLE.customer, columns: 'environment, created_at' },
  {
    name: 'lk_activation_active',
    table: TABLE.activation,
    columns: 'license_id, fingerprint',
    unique: true,
    where: 'deactivated_at IS NULL',
  },
  {
    name: 'lk_activation_fingerprint',
    table: TABLE.activation,
    columns: 'license_id, fingerprint, id',
  },
  { name: 'lk_activation_activated', table: TABLE.activation, columns: 'activated_at, id' },
  { name: 'lk_activation_seen', table: TABLE.activation, columns: `(${seenAt()}), id` },
  { name: 'lk_activation_name', table: TABLE.activation, columns: `(${deviceName()}), id` },
  { name: 'lk_activation_status', table: TABLE.activation, columns: `(${deviceStatusRank()}), id` },
  { name: 'lk_view_name', table: TABLE.view, columns: 'admin_id, name', unique: true },
  {
    name: 'lk_license_pool',
    table: TABLE.license,
    columns: 'product_id, id',
    where: `state = 'available'`,
  },
  {
    name: 'lk_import_given',
    table: TABLE.importGiven,
    columns: 'environment, identity',
    unique: true,
  },
  { name: 'lk_import_piece', table: TABLE.importPiece, columns: 'import_id, id' },
  { name: 'lk_job_state', table: TABLE.job, columns: 'state, leased_until' },
  { name: 'lk_job_created', table: TABLE.job, columns: 'environment, id' },
  { name: 'lk_job_day', table: TABLE.job, columns: 'environment, created_at' },
  { name: 'lk_job_finished', table: TABLE.job, columns: 'environment, finished_at, id' },
  { name: 'lk_job_ended', table: TABLE.job, columns: 'finished_at' },
  { name: 'lk_job_type', table: TABLE.job, columns: 'environment, type, id' },
  { name: 'lk_job_list_state', table: TABLE.job, columns: 'environment, state, id' },
  { name: 'lk_job_admin', table: TABLE.job, columns: 'environment, admin_id, id' },
  { name: 'lk_job_results', table: TABLE.jobItem, columns: 'job_id, id' },
  { name: 'lk_job_item', table: TABLE.jobItem, columns: 'job_id, outcome, id' },
  // Two entries after the same one would be a fork: the chain has one order.
  {
    name: 'lk_audit_chain',
    table: TABLE.auditEntry,
    columns: `license_id, COALESCE(previous_hash, '')`,
    unique: true,
  },
  { name: 'lk_audit_license', table: TABLE.auditEntry, columns: 'license_id, id' },
  { name: 'lk_audit_occurred', table: TABLE.auditEntry, columns: 'environment, occurred_at' },
  {
    name: 'lk_audit_action',
    table: TABLE.auditEntry,
    columns: 'environment, action, occurred_at, id',
  },
  {
    name: 'lk_audit_actor',
    table: TABLE.auditEntry,
    columns: 'environment, actor_type, actor_id, occurred_at, id',
  },
];

interface Check {
  name: string;
  table: string;
  /** SQL that must not be false; `$name` is a column. */
  rule: string;
}

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const isLimit = `($activation_limit = ${String(UNLIMITED)} OR $activation_limit BETWEEN 1 AND ${String(MAX_ACTIVATION_LIMIT)})`;

const CHECKS: readonly Check[] = [
  {
    name: 'lk_license_state_check',
    table: TABLE.license,
    rule: `$state IS NOT NULL AND $state IN (${quoted(STATES)})`,
  },
  {
    name: 'lk_license_limit_check',
    table: TABLE.license,
    rule: `$activation_limit IS NOT NULL AND ${isLimit}`,
  },
  {
    name: 'lk_license_required_check',
    table: TABLE.license,
    rule: '$key IS NOT NULL AND $environment IS NOT NULL AND $product_id IS NOT NULL',
  },
  {
    name: 'lk_license_customer_check',
    table: TABLE.license,
    rule: `($state = 'available') = ($customer_id IS NULL)`,
  },
  { name: 'lk_generator_limit_check', table: TABLE.generator, rule: isLimit },
  {
    name: 'lk_activation_required_check',
    table: TABLE.activation,
    rule: '$license_id IS NOT NULL AND $fingerprint IS NOT NULL AND $activated_at IS NOT NULL',
  },
];

const createIndexes = async (db: Db): Promise<void> => {
  for (const { name, table, columns, unique, where } of INDEXES) {
    await db.raw(
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON ${table} (${columns})${where ? ` WHERE ${where}` : ''}`
    );
  }
};

const column = (rule: string, prefix: string) =>
  rule.replace(/\$(\w+)/g, (_match, name: string) => `${prefix}"${name}"`);

const createPostgresChecks = async (db: Db): Promise<void> => {
  for (const { name, table, rule } of CHECKS) {
    const { rows } = await db.raw<{ rows: unknown[] }>(
      'SELECT 1 FROM pg_constraint WHERE conname = ? AND conrelid = ?::regclass',
      [name, table]
    );
    if (rows.length === 0) {
      await db.raw(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column(rule, '')})`);
    }
  }
};

/** SQLite adds no CHECK to a table that exists; a trigger refuses the same rows. */
const createSqliteChecks = async (db: Db): Promise<void> => {
  for (const { name, table, rule } of CHECKS) {
    for (const event of ['INSERT', 'UPDATE']) {
      await db.raw(
        `CREATE TRIGGER IF NOT EXISTS ${name}_${event.toLowerCase()} BEFORE ${event} ON ${table}
         WHEN NOT (${column(rule, 'NEW.')})
         BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ${name}'); END`
      );
    }
  }
};

/** Any number, the same on every instance. */
const BOOT_LOCK = 5_540_001;

/** Creates what is missing; instances that boot at the same moment take turns. Call it in a transaction. */
export const createConstraints = async (db: Db): Promise<void> => {
  if (isPostgres(db)) {
    await db.raw('SELECT pg_advisory_xact_lock(?)', [BOOT_LOCK]);
    await createIndexes(db);
    await createPostgresChecks(db);
  } else {
    await createIndexes(db);
    await createSqliteChecks(db);
  }
};
