import { UNLIMITED } from '../../../shared/limits';
import type { State } from '../../../shared/states';
import { decideAction, decideChange, decideExpiration } from './change';
import type { Change, Circumstances } from './change';
import { creationOf, decideCreation } from './creation';
import type { LicenseDraft } from './creation';
import { accept, refuse } from './decision';
import type { Decision } from './decision';
import { decideActivation } from './devices';
import type { Activation, License } from './types';

/** A license that another system issued, with its history as far as it is known. */
export interface ImportDraft extends Omit<LicenseDraft, 'state' | 'generator'> {
  documentId: string;
  state: State;
  /** null: not known. */
  assignedAt: Date | null;
  firstActivatedAt: Date | null;
  devices: Activation[];
}

export interface Imported {
  /** As it is in the end; its `id` is the database's to give. */
  license: License;
  devices: Activation[];
  /** How it came there, from its creation on. */
  steps: Change[];
}

/** Before every date of a history: an expiry that has passed since was in the future once. */
const ONCE = new Date(0);

/** From `assigned` on; each step is in the state table. */
export const IMPORT_PATHS: Record<State, readonly State[]> = {
  available: [],
  assigned: [],
  active: ['active'],
  inactive: ['active', 'inactive'],
  suspended: ['active', 'suspended'],
  expired: ['expired'],
  revoked: ['active', 'revoked'],
};

/** What was in use before it expired was active. */
const pathOf = ({ state, devices, firstActivatedAt }: ImportDraft): readonly State[] =>
  state === 'expired' && (devices.length > 0 || firstActivatedAt)
    ? ['active', 'expired']
    : IMPORT_PATHS[state];

const wrongDevices = (draft: ImportDraft) => {
  const { state, devices, activationLimit } = draft;
  if (devices.length > 0 && !pathOf(draft).includes('active')) {
    return refuse('NO_DEVICES', `A license that is ${state} has no devices.`, {
      field: 'activations',
    });
  }
  const held = devices.filter(({ deactivatedAt }) => deactivatedAt === null).length;
  return activationLimit !== UNLIMITED && held > activationLimit
    ? refuse('LIMIT_EXCEEDED', 'The license has more devices than its activation limit allows.', {
        field: 'activations',
      })
    : undefined;
};

const activationsOf = (
  license: License,
  { devices, firstActivatedAt }: ImportDraft,
  circumstances: Circumstances
): Decision<Change[]> => {
  const known = firstActivatedAt ?? devices[0]?.activatedAt ?? null;
  const then = { ...circumstances, now: known ?? circumstances.now };
  if (devices.length === 0) {
    const moved = decideAction(license, 'activate', {}, then);
    if (!moved.ok || !moved.value) {
      return moved.ok ? accept([]) : moved;
    }
    return accept([
      known ? moved.value : { ...moved.value, fields: { state: 'active' }, changes: {} },
    ]);
  }
  let current = license;
  const steps: Change[] = [];
  for (const device of devices) {
    const step = decideActivation(current, device, then);
    if (!step.ok) {
      return step;
    }
    steps.push(step.value);
    current = { ...current, ...step.value.fields };
  }
  return accept(steps);
};

const stepsTo = (
  to: State,
  license: License,
  draft: ImportDraft,
  circumstances: Circumstances
): Decision<Change[]> => {
  if (to === 'active') {
    return activationsOf(license, draft, circumstances);
  }
  const step =
    to === 'expired'
      ? decideExpiration(license, circumstances)
      : decideChange(license, { state: to }, circumstances);
  return step.ok ? accept(step.value ? [step.value] : []) : step;
};

/** A revocation leaves no device with a slot. */
const ended = (devices: readonly Activation[], state: State, now: Date): Activation[] =>
  devices.map((device) =>
    state === 'revoked' ? { ...device, deactivatedAt: device.deactivatedAt ?? now } : device
  );

/** Whether a license of another system may come in, and on which legal way it gets into its state. */
export const decideImport = (
  draft: ImportDraft,
  circumstances: Circumstances
): Decision<Imported> => {
  const refused = wrongDevices(draft);
  if (refused) {
    return refused;
  }
  const first = draft.state === 'available' ? 'available' : 'assigned';
  const created = decideCreation({ ...draft, generator: null, state: first }, ONCE);
  if (!created.ok) {
    return created;
  }
  const born = { ...created.value.license, assignedAt: draft.assignedAt };
  const steps: Change[] = [creationOf(born)];
  let license: License = { ...born, id: 0, documentId: draft.documentId };
  for (const to of pathOf(draft)) {
    const next = stepsTo(to, license, draft, circumstances);
    if (!next.ok) {
      return next;
    }
    for (const step of next.value) {
      steps.push(step);
      license = { ...license, ...step.fields };
    }
  }
  const devices = ended(draft.devices, draft.state, circumstances.now);
  return accept({ license, devices, steps });
};
