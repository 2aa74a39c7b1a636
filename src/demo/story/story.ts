import { inventCustomers } from './customers';
import { GENERATORS } from './generators';
import { inventHistory } from './history';
import { demoKey } from './keys';
import { PRODUCTS } from './products';
import { createSource, skewed } from './source';
import { DAY } from './span';
import type { CustomerPlan, Environment, Event, LicensePlan, Story } from './types';

const LICENSES = 5_000;

const BY_SHARE = GENERATORS.map((value) => ({ weight: value.share, value }));

/** The day that a story is told on: the same all day long, and over when the demo is loaded. */
export const startOfDay = (date: Date): Date => new Date(Math.floor(date.getTime() / DAY) * DAY);

/**
 * Makes the whole demo up. It is the same every time but for its dates, which count from `now`:
 * nothing that is drawn may depend on them.
 */
export const inventStory = (now: Date): Story => {
  const source = createSource();
  const { faker } = source;
  const customers = inventCustomers(source);

  /** Some customers buy much more than others. */
  const buyerIn = (environment: Environment): CustomerPlan => {
    const candidates = customers[environment];
    const index = Math.floor(skewed(faker, 1.6) * candidates.length);
    return candidates[index] ?? faker.helpers.arrayElement(candidates);
  };

  const licenses = Array.from({ length: LICENSES }, (): LicensePlan => {
    const generator = faker.helpers.weightedArrayElement(BY_SHARE);
    const key = demoKey(faker, generator.format);
    const buyer = buyerIn(generator.product.environment);
    const batch = `B-${faker.string.numeric(4)}`;
    return { key, generator, buyer, metadata: { batch }, ...inventHistory(faker, generator, now) };
  });

  return {
    products: PRODUCTS,
    generators: GENERATORS,
    customers: Object.values(customers).flat(),
    licenses,
  };
};

/** What happens in all licenses, in the order of time. */
export const timelineOf = ({ licenses }: Story): { plan: LicensePlan; event: Event }[] =>
  licenses
    .flatMap((plan) => plan.events.map((event) => ({ plan, event })))
    .sort((a, b) => a.event.at.getTime() - b.event.at.getTime());
