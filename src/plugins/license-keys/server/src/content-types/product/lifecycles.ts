import { TABLE, UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import type { HookContext, Hooks } from '../lifecycle';

export const productLifecycles = (context: HookContext): Hooks =>
  catalogLifecycles(context, {
    uid: UID.product,
    label: 'product',
    immutable: ['environment'],
    ruled: ['features', 'metadata'],
    unique: { field: 'slug', table: TABLE.product },
    referredBy: 'product_id',
  });
