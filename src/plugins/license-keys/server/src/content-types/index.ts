import { schema as activation } from './activation/schema';
import { schema as auditEntry } from './audit-entry/schema';
import { schema as customer } from './customer/schema';
import { schema as generator } from './generator/schema';
import { schema as license } from './license/schema';
import { schema as product } from './product/schema';

export const contentTypes = {
  product: { schema: product },
  customer: { schema: customer },
  generator: { schema: generator },
  license: { schema: license },
  activation: { schema: activation },
  'audit-entry': { schema: auditEntry },
};
