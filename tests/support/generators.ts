import type {
  GenerateAnswer,
  GeneratorDetail,
  GeneratorListItem,
} from '../../src/plugins/license-keys/shared/generators';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import { registerSuperAdmin, type Admin } from './admin';
import { createProduct } from './catalog';
import { service } from './plugin';
import { unique } from './stock';
import { startStrapi, type BootOptions } from './strapi';

export const GENERATORS = '/license-keys/generators';

/** What an installation might register, and what it should not. */
const KEY_FUNCTIONS = {
  // A space of a hundred keys, whatever its author says: what happens when keys run out.
  hundred: { bits: 64, generate: () => `HUNDRED-KEY-${String(Math.floor(Math.random() * 100))}` },
  listed: { bits: 80, supply: 1500, generate: () => unique('LISTED') },
  shared: { bits: 80, supply: 1500, generate: () => unique('SHARED') },
  few: { bits: 80, supply: 20, generate: () => unique('FEW') },
  faulty: {
    bits: 64,
    generate: () => {
      throw new Error('SECRET-KEY-1');
    },
  },
  spaced: { bits: 64, generate: () => ' not a key ' },
  named: {
    bits: 80,
    generate: ({ environment }: { environment: string }) => unique(environment),
  },
};

export const dataOf = <T>({ body }: { body: { data: T } }): T => body.data;

export const refusedWith = (code: string, more: object = {}) => ({
  data: null,
  error: { details: { code, ...more } },
});

/** The generators that their page lists for a search, in production. */
export const findGenerators = async (admin: Admin, _q: string): Promise<GeneratorListItem[]> =>
  dataOf(await admin.get(GENERATORS).query({ environment: 'production', _q }).expect(200));

export const generatorOf = async (admin: Admin, name: string): Promise<GeneratorDetail> => {
  const [generator] = await findGenerators(admin, name);
  return dataOf(await admin.get(`${GENERATORS}/${generator?.documentId ?? ''}`).expect(200));
};

export type Generators = Awaited<ReturnType<typeof openGenerators>>;

/** An application with key functions, a product, and an administrator who makes generators and has them make licenses. */
export const openGenerators = async (options: BootOptions = {}) => {
  const app = await startStrapi(options);
  Object.assign(app.strapi.config.get<object>('plugin::license-keys.keyFunctions'), KEY_FUNCTIONS);
  const admin = await registerSuperAdmin(app.http);
  const product = await createProduct(app.strapi, { name: 'Pro Plan' });

  const bodyFor = (fields: object = {}) => ({
    environment: 'production',
    name: unique('generator'),
    product: product.documentId,
    type: 'uuid',
    ...fields,
  });

  return {
    app,
    admin,
    product,
    bodyFor,
    create: async (fields: object = {}): Promise<GeneratorDetail> =>
      dataOf(await admin.post(GENERATORS).send(bodyFor(fields)).expect(201)),
    generate: async (documentId: string, count: number): Promise<GenerateAnswer['data']> =>
      dataOf(await admin.post(`${GENERATORS}/${documentId}/generate`).send({ count })),
    licensesOf: async (generator: string): Promise<{ key: string }[]> =>
      (await app.strapi.db
        .query(UID.license)
        .findMany({ where: { generator: { documentId: generator } } })) as { key: string }[],
    expectWholeTrail: async (): Promise<void> => {
      expect((await service(app.strapi, 'audit').verify()).broken).toBeNull();
    },
  };
};
