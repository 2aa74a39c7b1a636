import type { Core } from '@strapi/strapi';

import type { GeneratorRef } from '../../plugins/license-keys/server/src/domain/creation';
import type { ScopedRef } from '../../plugins/license-keys/server/src/domain/types';
import { UID } from '../../plugins/license-keys/server/src/uids';
import type { Figures } from '../story/figures';
import type { CustomerPlan, GeneratorPlan, ProductPlan, Story } from '../story/types';
import { existing } from './existing';

interface Context {
  strapi: Core.Strapi;
}

/** The rows that licenses refer to, by their plans. */
export interface Catalog {
  product: (plan: ProductPlan) => ScopedRef;
  generator: (plan: GeneratorPlan) => GeneratorRef;
  customer: (plan: CustomerPlan) => ScopedRef;
}

/** Through the plugin's hooks, which check all but the date. */
const create = async (
  { strapi }: Context,
  uid: (typeof UID)['product' | 'generator' | 'customer'],
  data: object,
  createdAt: Date
): Promise<ScopedRef> => {
  const { id, documentId, environment } = (await strapi.db.query(uid).create({
    data: { ...data, createdAt, updatedAt: createdAt, publishedAt: createdAt },
  })) as ScopedRef;
  return { id, documentId, environment };
};

/** One row for each plan. */
const createAll = async <Plan, Row>(
  plans: readonly Plan[],
  createOne: (plan: Plan) => Promise<Row>
): Promise<(plan: Plan) => Row> => {
  const rows = new Map<Plan, Row>();
  for (const plan of plans) {
    rows.set(plan, await createOne(plan));
  }
  return (plan) => existing(rows.get(plan), 'a row');
};

const createGenerator = async (
  { strapi }: Context,
  plan: GeneratorPlan,
  product: ScopedRef,
  { generated, openedAt }: Figures
): Promise<GeneratorRef> => {
  const { name, validity, activationLimit, features } = plan;
  const { type, ...format } = plan.format;
  const { environment } = product;
  const defaults = { validity, activationLimit, features, metadata: {} };
  const generatedCount = generated.get(plan) ?? 0;
  const data = {
    name,
    type,
    format,
    environment,
    product: product.id,
    generatedCount,
    ...defaults,
  };
  return { ...(await create({ strapi }, UID.generator, data, openedAt)), ...defaults, product };
};

export const loadCatalog = async (
  { strapi }: Context,
  { products, generators, customers }: Story,
  figures: Figures
): Promise<Catalog> => {
  const { openedAt, arrivals } = figures;
  const product = await createAll(products, (plan) =>
    create({ strapi }, UID.product, plan, openedAt)
  );
  return {
    product,
    generator: await createAll(generators, (plan) =>
      createGenerator({ strapi }, plan, product(plan.product), figures)
    ),
    customer: await createAll(customers, (plan) =>
      create({ strapi }, UID.customer, plan, existing(arrivals.get(plan), 'an arrival'))
    ),
  };
};
