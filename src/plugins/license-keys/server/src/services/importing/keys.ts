import { createId } from '@paralleldrive/cuid2';

import type { ImportLine } from '../../../../shared/imports';
import { auditRecord } from '../../domain/audit';
import { decideImport } from '../../domain/importing';
import type { Imported, ImportDraft } from '../../domain/importing';
import type { Activation, ScopedRef } from '../../domain/types';
import { LicenseError, orThrow, ruleBroken } from '../../errors';
import { insertActivations } from '../../store/activations';
import { appendAudit } from '../../store/audit';
import { insertLicenses, readLicensesByKeys } from '../../store/licenses';
import {
  attempt,
  cellsOf,
  devicesOf,
  emailOf,
  expiryOf,
  limitOf,
  objectOf,
  pastOf,
  stateOf,
  textOf,
} from './cells';
import type { ImportedDevice } from './cells';
import { customersOf } from './customers';
import { refused, succeeded, unchanged } from './types';
import type { IdentifiedLine, ImportBatch, ImportContext } from './types';

interface Source {
  line: IdentifiedLine;
  draft: ImportDraft;
  product: ScopedRef;
  email: string | null;
  name: string;
  createdAt: Date | null;
  devices: ImportedDevice[];
}

const readSource = async (
  { db, mapping, environment, catalog, now, columns }: ImportContext,
  line: IdentifiedLine
): Promise<Source | LicenseError> => {
  if (line.cells.length > columns) {
    return ruleBroken('INVALID_LINE', 'The line has more cells than the header.');
  }
  const cells = cellsOf(line, mapping);
  const product = await catalog.product(db, cells('product'));
  if (product instanceof LicenseError) {
    return product;
  }
  return attempt(() => {
    const email = emailOf(cells);
    const firstActivatedAt = pastOf(cells, 'first_activated_at', now);
    const devices = devicesOf(cells, { since: firstActivatedAt, now });
    const draft: ImportDraft = {
      documentId: createId(),
      key: cells('license_key'),
      environment,
      state: stateOf(cells, email === null ? 'available' : 'assigned'),
      product,
      customer: null,
      activationLimit: limitOf(cells) ?? 1,
      expiresAt: expiryOf(cells) ?? null,
      features: objectOf(cells, 'features'),
      metadata: objectOf(cells, 'metadata'),
      assignedAt: pastOf(cells, 'assigned_at', now),
      firstActivatedAt,
      devices,
    };
    return {
      line,
      draft,
      product,
      email,
      name: textOf(cells, 'customer_name'),
      createdAt: pastOf(cells, 'created_at', now),
      devices,
    };
  });
};

/** What a license that is there already, be it by a line before, makes of a line with its key. */
const repeated = (
  { line, draft, product, email }: Source,
  license: { documentId: string | null; product: number; isTheirs: boolean }
): ImportLine => {
  const subject = { key: draft.key, licenseId: license.documentId };
  return license.product === product.id && (email === null || license.isTheirs)
    ? unchanged(line, 'SAME_LICENSE', 'The license is there already.', subject)
    : refused(
        line,
        ruleBroken('KEY_TAKEN', 'The key belongs to a license of another product or customer.', {
          field: 'license_key',
        }),
        subject
      );
};

interface Accepted extends Source {
  imported: Imported;
}

const write = async (
  { db, actor, now, fileName }: ImportContext,
  accepted: readonly Accepted[]
): Promise<void> => {
  const ids = await insertLicenses(
    db,
    accepted.map(({ imported: { license }, createdAt }) => ({ ...license, createdAt })),
    now
  );
  await insertActivations(
    db,
    accepted.flatMap(({ imported, devices, draft }) =>
      devices.map((device, index) => ({
        ...device,
        ...(imported.devices[index] satisfies Activation | undefined),
        licenseId: ids.get(draft.documentId) ?? 0,
      }))
    ),
    now
  );
  await appendAudit(
    db,
    accepted.flatMap(({ imported: { license, steps }, line }) => {
      const source = { import: { before: null, after: { file: fileName, line: line.number } } };
      return steps.map((step) =>
        auditRecord(license, { ...step, changes: { ...step.changes, ...source } }, actor, now)
      );
    })
  );
};

/** Brings licenses in that another system issued. */
export const keysBatch: ImportBatch = async (context, lines) => {
  const { db, environment, now, graceDays, seen } = context;
  const read = [];
  for (const line of lines) {
    read.push({ line, source: await readSource(context, line) });
  }
  const sources = read.flatMap(({ source }) => (source instanceof LicenseError ? [] : [source]));
  const there = new Map(
    (
      await readLicensesByKeys(
        db,
        environment,
        sources.map(({ draft }) => draft.key)
      )
    ).map(({ license }) => [license.key, license])
  );
  const customers = await customersOf(
    context,
    sources.flatMap(({ email }) => email ?? [])
  );
  const decide = (source: Source, customer: ScopedRef | null): Imported =>
    orThrow(decideImport({ ...source.draft, customer }, { now, graceDays }));

  const candidates: Source[] = [];
  const judge = (source: Source): ImportLine => {
    const { line, draft, product, email } = source;
    const license = there.get(draft.key);
    if (license) {
      const owner = email === null ? undefined : customers.find(email);
      return repeated(source, {
        documentId: license.documentId,
        product: license.product.id,
        isTheirs: owner !== undefined && owner.id === license.customer?.id,
      });
    }
    const spelling = email === null ? null : customers.spellingOf(email);
    const before = seen.keys.get(draft.key);
    if (before) {
      const { product, customer } = before;
      return repeated(source, { documentId: null, product, isTheirs: customer === spelling });
    }
    const customer = email === null ? null : customers.expect(email);
    const decided = attempt(() => {
      if (customer instanceof LicenseError) {
        throw customer;
      }
      return decide(source, customer);
    });
    if (decided instanceof LicenseError) {
      return refused(line, decided, { key: draft.key });
    }
    seen.keys.set(draft.key, { product: product.id, customer: spelling });
    candidates.push(source);
    return succeeded(line, {
      key: draft.key,
      licenseId: context.write ? draft.documentId : null,
    });
  };
  const results = read.map(({ line, source }) =>
    source instanceof LicenseError ? refused(line, source) : judge(source)
  );
  if (context.write && candidates.length > 0) {
    await customers.create(
      candidates.flatMap(({ email, name }) => (email === null ? [] : [{ email, name }]))
    );
    await write(
      context,
      candidates.map((source) => ({
        ...source,
        imported: decide(source, source.email === null ? null : customers.get(source.email)),
      }))
    );
  }
  return results;
};
