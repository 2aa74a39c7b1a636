import { UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import type { HookContext, Hooks } from '../lifecycle';
import { UNIQUE } from '../unique';

export const productLifecycles = (context: HookContext): Hooks =>
  catalogLifecycles(context, {
    uid: UID.product,
    label: 'product',
    immutable: ['environment'],
    ruled: ['features', 'metadata'],
    unique: UNIQUE[UID.product],
    referredBy: 'product_id',
  });
