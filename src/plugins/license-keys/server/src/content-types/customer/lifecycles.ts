import { TABLE, UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import type { HookContext, Hooks } from '../lifecycle';

export const customerLifecycles = (context: HookContext): Hooks =>
  catalogLifecycles(context, {
    uid: UID.customer,
    label: 'customer',
    immutable: ['environment'],
    ruled: ['metadata'],
    unique: { field: 'email', table: TABLE.customer, caseless: true },
    referredBy: 'customer_id',
  });
