import { createCatalog, createLicense } from '../../support/catalog';
import { CREATE_DOORS, UPDATE_DOORS } from '../../support/doors';
import { expectRefused } from '../../support/refusal';
import {
  REFUSED_DRAFTS,
  REFUSED_EDITS,
  REFUSED_VALUES,
  type World,
} from '../../support/refused-data';
import { unique } from '../../support/stock';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { clearLicenses } from '../../support/tables';

let app: TestStrapi;
let world: World;

beforeAll(async () => {
  app = await startStrapi();
  world = {
    own: await createCatalog(app.strapi),
    other: await createCatalog(app.strapi),
    foreign: await createCatalog(app.strapi, 'staging'),
  };
});

beforeEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

/** The Document Service judges types first, in its own words, and does not know columns. */
const isDocuments = ({ name }: { name: string }) => name.startsWith('documents()');
const byColumn = ({ what }: { what: string }) => what.endsWith('by column');

const EDITS = [...REFUSED_VALUES, ...REFUSED_EDITS];
const DRAFTS = [...REFUSED_VALUES, ...REFUSED_DRAFTS];

describe.each(UPDATE_DOORS)('$name', (door) => {
  it.each(EDITS.filter((edit) => !isDocuments(door) || !byColumn(edit)))(
    'refuses $what',
    async ({ data, code, field }) => {
      const license = await createLicense(app.strapi, world.own, 'active');

      await expectRefused(
        app.strapi,
        async () => door.write(app.strapi, license, data(world)),
        isDocuments(door) ? {} : { code, field }
      );
    }
  );
});

describe.each(CREATE_DOORS)('$name', (door) => {
  const draft = () => ({
    key: unique('KEY'),
    environment: 'production',
    product: world.own.product.id,
  });

  it.each(DRAFTS.filter((given) => !isDocuments(door) || !byColumn(given)))(
    'refuses $what',
    async ({ data, code, field }) => {
      await expectRefused(
        app.strapi,
        async () => door.write(app.strapi, { ...draft(), ...data(world) }),
        isDocuments(door) ? {} : { code, field }
      );
    }
  );

  it('refuses a key that the environment has already', async () => {
    const { key } = await createLicense(app.strapi, world.own, 'revoked');

    await expectRefused(app.strapi, async () => door.write(app.strapi, { ...draft(), key }), {
      code: 'KEY_TAKEN',
      field: 'key',
    });
  });
});
