import type { ImportLine } from '../../../../shared/imports';
import { auditRecord } from '../../domain/audit';
import type { AuditRecord } from '../../domain/audit';
import { decideChange } from '../../domain/change';
import type { LicensePatch } from '../../domain/change';
import { firstBrokenRule } from '../../domain/fields';
import type { ScopedRef } from '../../domain/types';
import { LicenseError, orThrow, ruleBroken } from '../../errors';
import { appendAudit } from '../../store/audit';
import { readGiven, writeGiven } from '../../store/imports';
import { lockLicensesByKeys, readLicensesByKeys, updateLicense } from '../../store/licenses';
import type { LockedLicense } from '../../store/licenses';
import { lockOldest, readOldest } from '../../store/pool';
import { attempt, cellsOf, emailOf, expiryOf, limitOf, textOf } from './cells';
import { customersOf } from './customers';
import { refused, succeeded, unchanged } from './types';
import type { IdentifiedLine, ImportBatch, ImportContext } from './types';

interface Wish {
  line: IdentifiedLine;
  key: string;
  product: ScopedRef | null;
  email: string;
  name: string;
  patch: Pick<LicensePatch, 'activationLimit' | 'expiresAt'>;
}

/** A wish that is granted. */
interface Grant {
  wish: Wish;
  license: LockedLicense['license'];
}

const required = (field: string) =>
  ruleBroken('VALUE_REQUIRED', `${field} must have a value.`, { field });

const readPatch = (cells: ReturnType<typeof cellsOf>, now: Date): Wish['patch'] => {
  const activationLimit = limitOf(cells);
  const expiresAt = expiryOf(cells);
  const patch = {
    ...(activationLimit !== undefined && { activationLimit }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  const broken = firstBrokenRule(patch, now);
  if (broken) {
    throw new LicenseError(broken);
  }
  return patch;
};

const readWish = async (
  { db, mapping, catalog, now, columns }: ImportContext,
  line: IdentifiedLine
): Promise<Wish | LicenseError> => {
  if (line.cells.length > columns) {
    return ruleBroken('INVALID_LINE', 'The line has more cells than the header.');
  }
  const cells = cellsOf(line, mapping);
  const name = cells('product');
  const product = name === '' ? null : await catalog.product(db, name);
  if (product instanceof LicenseError) {
    return product;
  }
  return attempt(() => {
    const email = emailOf(cells);
    const key = cells('license_key');
    if (email === null) {
      throw required('customer_email');
    }
    if (key === '' && !product) {
      throw required('license_key');
    }
    return {
      line,
      key,
      product,
      email,
      name: textOf(cells, 'customer_name'),
      patch: readPatch(cells, now),
    };
  });
};

/** Finds a license for each wish of a batch. */
const granter = async (context: ImportContext, wishes: readonly Wish[]) => {
  const { db, environment, now, write, seen, reserved } = context;
  const keys = [...new Set(wishes.map(({ key }) => key).filter(Boolean))];
  const found = await (write ? lockLicensesByKeys : readLicensesByKeys)(db, environment, keys);
  const byKey = new Map(found.map(({ license }) => [license.key, license]));
  const given = await readGiven(
    db,
    environment,
    wishes.flatMap(({ line }) => line.identity ?? [])
  );
  const customers = await customersOf(
    context,
    wishes.map(({ email }) => email)
  );

  const fromPool = wishes.filter(({ key, line }) => key === '' && !given.has(line.identity ?? ''));
  const pools = new Map<number, LockedLicense['license'][]>();
  for (const id of new Set(fromPool.flatMap(({ product }) => product?.id ?? []))) {
    const wanted = fromPool.filter(({ product }) => product?.id === id).length;
    const source = { environment, product: { id }, now };
    const oldest = write
      ? await lockOldest(db, source, wanted, reserved)
      : await readOldest(db, source, wanted, reserved, seen.pool.get(id) ?? 0);
    pools.set(
      id,
      oldest.map(({ license }) => license)
    );
  }

  const take = (productId: number): LockedLicense['license'] | undefined => {
    const license = pools.get(productId)?.shift();
    if (license) {
      seen.pool.set(productId, license.id);
    }
    return license;
  };

  const byProduct = (wish: Wish, product: ScopedRef): Grant | ImportLine => {
    const { line, email } = wish;
    const before = given.get(line.identity ?? '');
    if (before) {
      return unchanged(line, 'DONE_BEFORE', 'This line was carried out before.', before);
    }
    const customer = customers.expect(email);
    if (customer instanceof LicenseError) {
      return refused(line, customer);
    }
    const license = take(product.id);
    return license
      ? { wish, license }
      : refused(line, {
          code: 'POOL_EXHAUSTED',
          message: 'The product has no available license left: generate more.',
          details: { field: 'product' },
        });
  };

  const withKey = (wish: Wish): Grant | ImportLine => {
    const { line, key, email, product } = wish;
    const license = byKey.get(key);
    const subject = { key, licenseId: license?.documentId ?? null };
    if (!license) {
      return refused(
        line,
        ruleBroken('UNKNOWN_RELATION', 'There is no license with this key in this environment.', {
          field: 'license_key',
        }),
        subject
      );
    }
    if (product && product.id !== license.product.id) {
      return refused(
        line,
        ruleBroken('PRODUCT_MISMATCH', 'The license is of another product.', { field: 'product' }),
        subject
      );
    }
    const customer = customers.expect(email);
    const spelling = customers.spellingOf(email);
    const before = seen.assigned.get(license.id);
    const isTheirs = license.customer
      ? license.customer.id === customers.find(email)?.id
      : before === spelling;
    if (isTheirs) {
      return unchanged(line, 'SAME_CUSTOMER', 'The license has this customer already.', subject);
    }
    if (license.customer || before !== undefined) {
      return refused(
        line,
        ruleBroken('ALREADY_ASSIGNED', 'The license belongs to another customer.', {
          field: 'license_key',
        }),
        subject
      );
    }
    if (customer instanceof LicenseError) {
      return refused(line, customer, subject);
    }
    seen.assigned.set(license.id, spelling);
    return { wish, license };
  };

  return {
    customers,
    grant: (wish: Wish): Grant | ImportLine =>
      wish.key === '' && wish.product ? byProduct(wish, wish.product) : withKey(wish),
  };
};

const carryOut = async (
  { db, environment, actor, now, graceDays, fileName }: ImportContext,
  grants: readonly Grant[],
  customers: Awaited<ReturnType<typeof customersOf>>
): Promise<void> => {
  await customers.create(grants.map(({ wish }) => wish));
  const records: AuditRecord[] = [];
  for (const { wish, license } of grants) {
    const patch: LicensePatch = {
      ...wish.patch,
      state: 'assigned',
      customer: customers.get(wish.email),
    };
    const step = orThrow(decideChange(license, patch, { now, graceDays }));
    if (step) {
      await updateLicense(db, license.id, step.fields, now);
      const source = {
        import: { before: null, after: { file: fileName, line: wish.line.number } },
      };
      records.push(
        auditRecord(license, { ...step, changes: { ...step.changes, ...source } }, actor, now)
      );
    }
  }
  await appendAudit(db, records);
  await writeGiven(
    db,
    environment,
    grants.flatMap(({ wish, license }) =>
      wish.line.identity ? [{ identity: wish.line.identity, licenseId: license.documentId }] : []
    ),
    now
  );
};

const isResult = (granted: Grant | ImportLine): granted is ImportLine => 'outcome' in granted;

/** Gives licenses to customers: the one with a key, or the oldest available one of a product. */
export const assignBatch: ImportBatch = async (context, lines) => {
  const read = [];
  for (const line of lines) {
    read.push({ line, wish: await readWish(context, line) });
  }
  const wishes = read.flatMap(({ wish }) => (wish instanceof LicenseError ? [] : [wish]));
  const { customers, grant } = await granter(context, wishes);

  const grants: Grant[] = [];
  const results = read.map(({ line, wish }) => {
    if (wish instanceof LicenseError) {
      return refused(line, wish);
    }
    const granted = grant(wish);
    if (isResult(granted)) {
      return granted;
    }
    grants.push(granted);
    const { license } = granted;
    // Which one of a pool it will be, a trial cannot promise.
    const isKnown = context.write || wish.key !== '';
    return succeeded(
      line,
      isKnown ? { key: license.key, licenseId: license.documentId } : undefined
    );
  });
  if (context.write) {
    await carryOut(context, grants, customers);
  }
  return results;
};
