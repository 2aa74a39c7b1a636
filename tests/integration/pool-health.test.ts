import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import type { PoolHealth } from '../../src/plugins/license-keys/shared/pool';
import { createGenerator, createProduct } from '../support/catalog';
import { openGenerators, type Generators } from '../support/generators';
import { bodyOf } from '../support/http';
import { DAY, stockOf } from '../support/stock';

const BUFFER = 20;

let app: Generators['app'];
let admin: Generators['admin'];
let generate: Generators['generate'];

beforeAll(async () => {
  ({ app, admin, generate } = await openGenerators({
    env: { LICENSE_POOL_BUFFER: String(BUFFER) },
  }));
});

afterAll(() => app.stop());

describe('the health of the pools', () => {
  it('counts what is available for each active product, emptiest first', async () => {
    const environment = 'development';
    const stock = stockOf(app.strapi);
    const full = await createProduct(app.strapi, { environment, name: 'Full' });
    const short = await createProduct(app.strapi, { environment, name: 'Short' });
    const empty = await createProduct(app.strapi, { environment, name: 'Empty' });
    const off = await createProduct(app.strapi, { environment, active: false });
    await createProduct(app.strapi, { environment, name: 'Not licensed' });
    await createGenerator(app.strapi, off);
    await createGenerator(app.strapi, empty);
    for (const [product, count] of [
      [full, BUFFER],
      [short, BUFFER - 1],
    ] as const) {
      const { documentId } = await createGenerator(app.strapi, product);
      await generate(documentId, count);
    }
    await stock.license({ environment, product: empty, state: 'assigned' });
    const stale = await stock.license({ environment, product: empty, state: 'available' });
    await app.strapi.db
      .connection(TABLE.license)
      .where({ document_id: stale.documentId })
      .update({ expires_at: new Date(Date.now() - DAY) });

    const response = await admin
      .get('/license-keys/pool-health')
      .query({ environment })
      .expect(200);

    expect(bodyOf<PoolHealth>(response).data).toEqual([
      {
        product: { documentId: empty.documentId, name: 'Empty' },
        available: 0,
        buffer: BUFFER,
        low: true,
      },
      {
        product: { documentId: short.documentId, name: 'Short' },
        available: BUFFER - 1,
        buffer: BUFFER,
        low: true,
      },
      {
        product: { documentId: full.documentId, name: 'Full' },
        available: BUFFER,
        buffer: BUFFER,
        low: false,
      },
    ]);
  });
});
