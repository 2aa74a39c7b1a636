import type { Core } from '@strapi/strapi';

import { createDatabase, type TestDatabase } from '../support/database';
import { schemaOf } from '../support/schema';
import { startStrapi } from '../support/strapi';

const CONTENT_TYPES = ['license', 'activation', 'audit-entry', 'product', 'customer', 'generator'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

const onBoot = async <T>(inspect: (strapi: Core.Strapi) => Promise<T>): Promise<T> => {
  const { strapi, stop } = await startStrapi({ database });
  try {
    return await inspect(strapi);
  } finally {
    await stop();
  }
};

const missingTables = async (strapi: Core.Strapi): Promise<string[]> => {
  const existing = await strapi.db.dialect.schemaInspector.getTables();
  return [...strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter((name) => !existing.includes(name));
};

const pluginContentTypes = (strapi: Core.Strapi): string[] =>
  Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('plugin::license-keys.'));

describe('an empty database', () => {
  it('gets every table on the first boot and stays as it is on the second', async () => {
    const first = await onBoot(async (strapi) => {
      expect(await missingTables(strapi)).toEqual([]);
      expect(pluginContentTypes(strapi)).toEqual(
        expect.arrayContaining(CONTENT_TYPES.map((name) => `plugin::license-keys.${name}`))
      );
      return schemaOf(strapi);
    });

    const second = await onBoot(async (strapi) => {
      expect(pluginContentTypes(strapi)).not.toHaveLength(0);
      return schemaOf(strapi);
    });

    expect(first).not.toHaveLength(0);
    expect(second).toEqual(first);
  });
});
