import { daysBefore } from './span';
import type { CustomerPlan, Event, GeneratorPlan, Story } from './types';

/** What follows from the licenses for the rows that they refer to. */
export interface Figures {
  /** When the shop opened: products and generators are older than all licenses. */
  openedAt: Date;
  /** When each customer came: before the first license of their own. */
  arrivals: ReadonlyMap<CustomerPlan, Date>;
  /** How many licenses each generator has made. */
  generated: ReadonlyMap<GeneratorPlan, number>;
}

const DAYS_BEFORE_OPENING = 30;

const isSale = ({ deed }: Event): boolean =>
  deed.type === 'assign' || (deed.type === 'create' && deed.assigned);

const earlier = (a: Date, b: Date | undefined): Date => (b && b < a ? b : a);

export const figuresOf = ({ customers, licenses }: Story, now: Date): Figures => {
  const arrivals = new Map(customers.map((customer) => [customer, daysBefore(now, 1)]));
  const generated = new Map<GeneratorPlan, number>();
  let firstEvent = now;
  for (const { buyer, generator, events } of licenses) {
    const sale = events.find(isSale);
    if (sale) {
      arrivals.set(buyer, earlier(daysBefore(sale.at, 1), arrivals.get(buyer)));
    }
    generated.set(generator, (generated.get(generator) ?? 0) + 1);
    firstEvent = earlier(firstEvent, events[0]?.at);
  }
  return { openedAt: daysBefore(firstEvent, DAYS_BEFORE_OPENING), arrivals, generated };
};
