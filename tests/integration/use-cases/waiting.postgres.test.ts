import type { Knex } from 'knex';

import type { License } from '../../../src/plugins/license-keys/server/src/domain/types';
import { TABLE, UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createGenerator } from '../../support/catalog';
import { startImports, type Imports } from '../../support/imports';
import { service } from '../../support/plugin';
import { auditOf } from '../../support/rows';
import { SYSTEM, type Customer } from '../../support/stock';
import { waitedFor } from '../../support/waiting';

let imports: Imports;
let ada: Customer;
let grace: Customer;

beforeAll(async () => {
  imports = await startImports();
  ada = await imports.stock.customer({ email: 'ada@analytical.example' });
  grace = await imports.stock.customer({ email: 'grace@navy.example' });
});

afterAll(() => imports.app.stop());

const licenses = () => service(imports.app.strapi, 'licenses');

describe('who waits for a license while it is given to a customer', () => {
  /** Gives the license to Ada in the name of somebody else, and starts what has to wait for it. */
  const whileGiven = async <T>({ documentId, id }: License, start: () => Promise<T>) =>
    waitedFor(imports.app.strapi.db.connection, {
      hold: async (mine) => mine(TABLE.license).where({ id }).forUpdate(),
      start,
      change: async (mine: Knex) =>
        mine(TABLE.license)
          .where({ document_id: documentId })
          .update({ state: 'assigned', customer_id: ada.id, assigned_at: new Date() }),
    });

  const customerOf = async (key: string) => (await imports.licenseOf(key)).customer?.email;

  it('finds it given, by an import to another one', async () => {
    const license = await imports.stock.license({ state: 'available' });
    const file = await imports.upload(
      'assign',
      `license_key,customer_email\n${license.key},${grace.email}\n`
    );

    const result = await whileGiven(license, async () => imports.ended(await imports.begin(file)));

    expect(result).toMatchObject({ status: 'fulfilled', value: { succeeded: 0, refused: 1 } });
    expect(await customerOf(license.key)).toBe(ada.email);
  });

  it('gives it to the same customer without a complaint', async () => {
    const license = await imports.stock.license({ state: 'available' });
    const { documentId } = license;

    const result = await whileGiven(license, async () =>
      licenses().assign({ documentId, customer: ada.documentId, actor: SYSTEM })
    );

    expect(result).toMatchObject({ status: 'fulfilled' });
  });

  it('activates it', async () => {
    const license = await imports.stock.license({
      state: 'assigned',
      customer: grace,
      devices: [],
    });

    const result = await whileGiven(license, async () =>
      service(imports.app.strapi, 'licensing').activate({
        environment: license.environment,
        key: license.key,
        device: { fingerprint: 'f-1', name: null, platform: null, ip: null, metadata: {} },
        actor: SYSTEM,
      })
    );

    expect(result).toMatchObject({ status: 'fulfilled' });
    expect(await imports.licenseOf(license.key)).toMatchObject({ state: 'active' });
  });

  it('writes into the trail whom it was taken from', async () => {
    const license = await imports.stock.license({
      state: 'assigned',
      customer: grace,
      devices: [],
    });
    const { documentId } = license;

    await whileGiven(license, async () => {
      await imports.app.strapi.db
        .query(UID.license)
        .update({ where: { documentId }, data: { customer: grace.id } });
    });

    expect((await auditOf(imports.app.strapi, documentId)).at(-1)).toMatchObject({
      changes: { customer: { before: ada.documentId, after: grace.documentId } },
    });
  });
});

it('who deletes a product waits for a generator of it that is being made, and is refused', async () => {
  const { strapi } = imports.app;
  const product = await imports.stock.product();
  const { id } = await createGenerator(strapi, await imports.stock.product());

  const result = await waitedFor(strapi.db.connection, {
    hold: async (mine) => mine(TABLE.generator).where({ id }).update({ product_id: product.id }),
    start: async () => {
      await strapi.documents(UID.product).delete({ documentId: product.documentId });
    },
  });

  expect(result).toMatchObject({ status: 'rejected', reason: { details: { code: 'IN_USE' } } });
});
