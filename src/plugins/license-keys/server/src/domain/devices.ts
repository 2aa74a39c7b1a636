import { decideAction } from './change';
import type { Change, Circumstances } from './change';
import { accept } from './decision';
import type { Decision } from './decision';
import type { Activation, License } from './types';

/** A device as the audit trail tells of it. */
const deviceOf = ({ documentId, fingerprint, name, platform }: Activation) => ({
  id: documentId,
  fingerprint,
  name,
  platform,
});

/** The step that an activation is: from `assigned` it moves the license, later it only adds a device. */
export const decideActivation = (
  license: License,
  device: Activation,
  circumstances: Circumstances
): Decision<Change> => {
  const moved = decideAction(license, 'activate', {}, circumstances);
  if (!moved.ok) {
    return moved;
  }
  const changes = { activation: { before: null, after: deviceOf(device) } };
  const { state } = license;
  return accept(
    moved.value
      ? { ...moved.value, changes }
      : { action: 'activate', from: state, to: state, fields: {}, changes }
  );
};

/** The step that giving a slot back is; it moves the license nowhere. */
export const deactivationOf = ({ state }: License, device: Activation): Change => ({
  action: 'deactivate',
  from: state,
  to: state,
  fields: {},
  changes: { activation: { before: deviceOf(device), after: null } },
});
