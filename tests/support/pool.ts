import type { Response } from 'supertest';

import type { Product } from '../../src/plugins/license-keys/server/src/domain/types';
import { bodyOf } from './http';
import type { Integrator } from './integrator';
import type { Stock } from './stock';

interface Body {
  data: { documentId: string }[] | null;
  error?: { details: { code: string } };
}

export interface Assignment {
  status: number;
  text: string;
  customer: string;
  /** documentIds. */
  licenses: string[];
  code: string | undefined;
  details: object | undefined;
}

/** So many available licenses of a product of their own. */
export const poolOf = async (stock: Stock, count: number) => {
  const product = await stock.product();
  const licenses: string[] = [];
  while (licenses.length < count) {
    licenses.push((await stock.license({ product, state: 'available' })).documentId);
  }
  return {
    product,
    /** documentIds, in the order in which they were made. */
    licenses,

    /** documentIds of new customers. */
    async customers(number: number): Promise<string[]> {
      const ids: string[] = [];
      while (ids.length < number) ids.push((await stock.customer()).documentId);
      return ids;
    },

    async ownerOf(shop: Integrator, license: string): Promise<string | undefined> {
      const response = await shop.get(`/licenses/${license}`).expect(200);
      return bodyOf<{ data: { customer: { documentId: string } | null } }>(response).data.customer
        ?.documentId;
    },
  };
};

const assignmentOf = (customer: string, response: Response): Assignment => {
  const { data, error } = bodyOf<Body>(response);
  return {
    status: response.status,
    text: response.text,
    customer,
    licenses: (data ?? []).map(({ documentId }) => documentId),
    code: error?.details.code,
    details: error?.details,
  };
};

/** Each customer asks for `count` licenses at the same moment, in turn of each of the servers. */
export const assignAtOnce = async (
  shops: readonly Integrator[],
  product: Product,
  customers: readonly string[],
  count: number,
  idempotencyKey?: string
): Promise<Assignment[]> =>
  Promise.all(
    customers.map(async (customer, index) => {
      const shop = shops[index % shops.length];
      if (!shop) throw new Error('There is no shop.');
      const request = shop.post('/licenses/random-assign');
      if (idempotencyKey !== undefined) request.set('Idempotency-Key', idempotencyKey);
      return assignmentOf(customer, await request.send({ product: product.slug, customer, count }));
    })
  );
