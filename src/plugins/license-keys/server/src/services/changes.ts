import { auditRecord } from '../domain/audit';
import type { Change } from '../domain/change';
import type { Actor, License } from '../domain/types';
import { deactivatorOf, endActivations } from '../store/activations';
import { appendAudit } from '../store/audit';
import type { Db } from '../store/database';
import { updateLicense } from '../store/licenses';

/** Who changes something, when, and why. */
export interface Occasion {
  actor: Actor;
  now: Date;
  reason?: string | undefined;
}

const withDevices = (step: Change, ended: number): Change =>
  step.to === 'revoked' && ended > 0
    ? { ...step, changes: { ...step.changes, activations: { before: ended, after: 0 } } }
    : step;

/**
 * Carries decided steps out on a locked license: its fields, what a revocation does to its devices,
 * and an audit entry for each step. Every change of a license, through whichever door, ends here.
 */
export const carryOut = async (
  db: Db,
  license: License,
  steps: readonly Change[],
  { actor, now, reason }: Occasion
): Promise<License> => {
  if (steps.length === 0) {
    return license;
  }
  const fields = Object.assign({}, ...steps.map((step) => step.fields)) as Change['fields'];
  if (Object.keys(fields).length > 0) {
    await updateLicense(db, license.id, fields, now);
  }
  const ended =
    fields.state === 'revoked'
      ? await endActivations(db, { license_id: license.id }, deactivatorOf(actor), now)
      : 0;
  await appendAudit(
    db,
    steps.map((step) => auditRecord(license, withDevices(step, ended), actor, now, reason))
  );
  return { ...license, ...fields };
};
