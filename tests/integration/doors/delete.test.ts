import { UID } from '../../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense, type Catalog } from '../../support/catalog';
import { DELETE_DOORS } from '../../support/doors';
import { expectRefused } from '../../support/refusal';
import { ALL_STATES } from '../../support/states';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let catalog: Catalog;

beforeAll(async () => {
  app = await startStrapi();
  catalog = await createCatalog(app.strapi);
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

describe.each(DELETE_DOORS)('$name', ({ write }) => {
  it.each(ALL_STATES)(
    'does not go around the delete action for a license that is %s',
    async (state) => {
      const license = await createLicense(app.strapi, catalog, state);

      await expectRefused(app.strapi, () => write(app.strapi, UID.license, license), {
        code: 'USE_CASE_ONLY',
      });
    }
  );
});
