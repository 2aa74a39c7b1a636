import type { Core } from '@strapi/strapi';

import type { GeneratorRef } from '../../plugins/license-keys/server/src/domain/creation';
import type { ScopedRef } from '../../plugins/license-keys/server/src/domain/types';
import { UID } from '../../plugins/license-keys/server/src/uids';
import type { Figures } from '../story/figures';
import type { CustomerPlan, GeneratorPlan, ProductPlan, Story } from '../story/types';

/** The rows that licenses refer to, by their plans. */
export interface Catalog {
  product: (plan: ProductPlan) => ScopedRef;
  generator: (plan: GeneratorPlan) => GeneratorRef;
  customer: (plan: CustomerPlan) => ScopedRef;
}

const lookup =
  <Plan extends object, Row>(rows: ReadonlyMap<Plan, Row>) =>
  (plan: Plan): Row => {
    const row = rows.get(plan);
    if (!row) {
      throw new Error('The story refers to a row that it does not have.');
    }
    return row;
  };

/** Through the plugin's hooks, which check all but the date. */
const create = async (
  { strapi }: { strapi: Core.Strapi },
  uid: (typeof UID)['product' | 'generator' | 'customer'],
  data: object,
  createdAt: Date
): Promise<ScopedRef> => {
  const { id, documentId, environment } = (await strapi.db.query(uid).create({
    data: { ...data, createdAt, updatedAt: createdAt, publishedAt: createdAt },
  })) as ScopedRef;
  return { id, documentId, environment };
};

export const loadCatalog = async (
  { strapi }: { strapi: Core.Strapi },
  story: Story,
  { openedAt, arrivals, generated }: Figures
): Promise<Catalog> => {
  const products = new Map<ProductPlan, ScopedRef>();
  for (const plan of story.products) {
    products.set(plan, await create({ strapi }, UID.product, plan, openedAt));
  }
  const product = lookup(products);

  const generators = new Map<GeneratorPlan, GeneratorRef>();
  for (const plan of story.generators) {
    const { name, format, validity, activationLimit, features } = plan;
    const { type, ...shape } = format;
    const defaults = { validity, activationLimit, features, metadata: {} };
    const made = product(plan.product);
    const row = await create(
      { strapi },
      UID.generator,
      {
        ...defaults,
        name,
        type,
        format: shape,
        product: made.id,
        environment: made.environment,
        generatedCount: generated.get(plan) ?? 0,
      },
      openedAt
    );
    generators.set(plan, { ...row, ...defaults, product: made });
  }

  const customers = new Map<CustomerPlan, ScopedRef>();
  for (const plan of story.customers) {
    const arrival = lookup(arrivals)(plan);
    customers.set(plan, await create({ strapi }, UID.customer, plan, arrival));
  }

  return { product, generator: lookup(generators), customer: lookup(customers) };
};
