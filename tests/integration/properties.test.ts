import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { TABLE, UID } from '../../src/plugins/license-keys/server/src/uids';
import { createCatalog, createLicense } from '../support/catalog';
import { pictureOf } from '../support/picture';
import { service } from '../support/plugin';
import { isAccepted } from '../support/refusal';
import { auditOf } from '../support/rows';
import { ALL_STATES, isLegal } from '../support/states';
import { steps, take, type Customers, type Step } from '../support/steps';
import { startStrapi, type TestStrapi } from '../support/strapi';
import { clearLicenses, readLicense } from '../support/tables';

const RUNS = 40;
/** For a machine that is busy with other things. */
const PATIENCE = 180_000;

const states = fc.constantFrom(...ALL_STATES);

let app: TestStrapi;
let customers: Customers;

beforeAll(async () => {
  app = await startStrapi();
  customers = {
    own: await createCatalog(app.strapi),
    other: await createCatalog(app.strapi),
    foreign: await createCatalog(app.strapi, 'staging'),
  };
});

afterEach(() => clearLicenses(app.strapi));

afterAll(() => app.stop());

const verify = async () => service(app.strapi, 'audit').verify();

/** The only license, but for the instant of its last writing; its devices and its trail. */
const observe = async (documentId: string) => {
  const row = await readLicense(app.strapi, documentId);
  const devices: unknown = await app.strapi.db.connection(TABLE.activation).orderBy('id');
  return {
    state: row?.state ?? null,
    content: { license: row && { ...row, updated_at: null }, devices },
    trail: await auditOf(app.strapi, documentId),
  };
};

type Observation = Awaited<ReturnType<typeof observe>>;

/** What the trail must have got by an accepted step that led from one state to another. */
const expectedEntries = (before: Observation, after: Observation) => {
  if (isDeepStrictEqual(before.content, after.content)) return [];
  const { state: from } = before;
  const { state: to } = after;
  return from === 'suspended' && to === 'revoked'
    ? [
        { from, to: 'active' },
        { from: 'active', to },
      ]
    : [{ from, to }];
};

const mayChange = (from: string | null, to: string | null, { by }: Step): boolean =>
  from === to ||
  (to === null && by === 'action') ||
  (from === 'suspended' && to === 'revoked' && by === 'action') ||
  ALL_STATES.some((a) => ALL_STATES.some((b) => a === from && b === to && isLegal(a, b)));

const checkStep = (
  step: Step,
  accepted: boolean,
  before: Observation,
  after: Observation
): void => {
  if (!accepted) {
    expect(after).toEqual(before);
    return;
  }
  const { state: from } = before;
  const { state: to } = after;
  expect({ from, to, isLegal: mayChange(from, to, step) }).toEqual({ from, to, isLegal: true });
  expect(after.trail.slice(0, before.trail.length)).toEqual(before.trail);
  const added = after.trail.slice(before.trail.length).map(({ from, to }) => ({ from, to }));
  expect(added).toEqual(expectedEntries(before, after));
};

describe('whatever is done to a license', () => {
  it(
    'keeps to the table, with one entry for each accepted change and none for a refused one',
    async () => {
      const outcomes = { accepted: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(
          states,
          fc.array(steps, { minLength: 1, maxLength: 10 }),
          async (state, list) => {
            const license = await createLicense(app.strapi, customers.own, state);
            const world = { strapi: app.strapi, license, customers };
            let before = await observe(license.documentId);
            for (const step of list) {
              const accepted = await take(world, step);
              const after = await observe(license.documentId);
              // Time passes by no door, and leaves no entry.
              if (step.by !== 'time') checkStep(step, accepted, before, after);
              outcomes[accepted ? 'accepted' : 'refused'] += 1;
              before = after;
            }
            expect(await verify()).toMatchObject({ chains: 1, broken: null });
          }
        ),
        { numRuns: RUNS, plugins: [fc.afterEach(() => clearLicenses(app.strapi))] }
      );
      expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(20);
    },
    PATIENCE
  );

  it(
    'happens to all licenses of an updateMany, or to none',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(states, { minLength: 1, maxLength: 4 }),
          states,
          async (froms, to) => {
            const licenses = [];
            for (const from of froms) {
              licenses.push(await createLicense(app.strapi, customers.own, from));
            }
            const isAllowed = froms.every(
              (from) => from === to || (isLegal(from, to) && from !== 'available')
            );

            const attempt = app.strapi.db
              .query(UID.license)
              .updateMany({ where: {}, data: { state: to } });

            expect(await isAccepted(attempt)).toBe(isAllowed);
            const pictures = await Promise.all(
              licenses.map(async (license) => pictureOf(app.strapi, license))
            );
            expect(pictures.map(({ state }) => state)).toEqual(
              isAllowed ? froms.map(() => to) : froms
            );
            expect((await verify()).broken).toBeNull();
          }
        ),
        { numRuns: RUNS, plugins: [fc.afterEach(() => clearLicenses(app.strapi))] }
      );
    },
    PATIENCE
  );
});
