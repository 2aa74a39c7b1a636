import { UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import type { HookContext, Hooks } from '../lifecycle';
import { UNIQUE } from '../unique';

export const customerLifecycles = (context: HookContext): Hooks =>
  catalogLifecycles(context, {
    uid: UID.customer,
    label: 'customer',
    immutable: ['environment'],
    ruled: ['metadata'],
    unique: UNIQUE[UID.customer],
    referredBy: 'customer_id',
  });
