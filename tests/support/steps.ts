import type { Core } from '@strapi/strapi';
import fc from 'fast-check';

import type { JsonObject, License } from '../../src/plugins/license-keys/server/src/domain/types';
import type { Edit } from '../../src/plugins/license-keys/server/src/services/licenses';
import { UID } from '../../src/plugins/license-keys/server/src/uids';
import { ADMIN } from './actors';
import type { Catalog } from './catalog';
import { DELETE_DOORS, UPDATE_DOORS } from './doors';
import { service } from './plugin';
import { isAccepted } from './refusal';
import { ALL_STATES } from './states';
import { daysFromNow, stockOf, SYSTEM } from './stock';

const ACTIONS = [
  'inactivate',
  'reactivate',
  'suspend',
  'unsuspend',
  'revoke',
  'expire',
  'delete',
] as const;

/** Something that somebody does to a license, by a use case or through a side door. */
export type Step =
  | { by: 'action'; action: (typeof ACTIONS)[number] }
  | { by: 'assign'; customer: Whose }
  | { by: 'edit'; edit: Edit; customer?: Whose }
  | { by: 'activate' | 'deactivate'; fingerprint: string }
  | { by: 'write'; door: number; data: object; customer?: Whose }
  | { by: 'remove'; door: number }
  | { by: 'sweep' }
  | { by: 'time' };

const WHOSE = ['own', 'other', 'foreign', 'nobody'] as const;
type Whose = (typeof WHOSE)[number];

export type Customers = Record<Exclude<Whose, 'nobody'>, Catalog>;

const json = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 1, stringUnit: 'binary' }),
  { maxKeys: 2 }
) as fc.Arbitrary<JsonObject>;

const values = {
  activationLimit: fc.constantFrom(-1, 0, 1, 2, 5, 10_000, 10_001, 1.5),
  expiresAt: fc.constantFrom(null, daysFromNow(1), daysFromNow(30), daysFromNow(-1)),
  features: json,
  metadata: json,
} as const;

const whose = fc.constantFrom(...WHOSE);
const fingerprint = fc.constantFrom('device-1', 'device-2', 'device-3');

export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ by: fc.constant('action'), action: fc.constantFrom(...ACTIONS) }),
  },
  { weight: 4, arbitrary: fc.record({ by: fc.constant('assign'), customer: whose }) },
  {
    weight: 6,
    arbitrary: fc.record({ by: fc.constantFrom('activate', 'deactivate'), fingerprint }),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        by: fc.constant('edit'),
        edit: fc.record(values, { requiredKeys: [] }),
        customer: whose,
      },
      { requiredKeys: ['by', 'edit'] }
    ),
  },
  {
    weight: 10,
    arbitrary: fc.record(
      {
        by: fc.constant('write'),
        door: fc.nat({ max: UPDATE_DOORS.length - 1 }),
        data: fc.record(
          { ...values, state: fc.constantFrom(...ALL_STATES), key: fc.constant('ANOTHER-KEY') },
          { requiredKeys: [] }
        ),
        customer: whose,
      },
      { requiredKeys: ['by', 'door', 'data'] }
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('remove'),
      door: fc.nat({ max: DELETE_DOORS.length - 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('sweep') }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('time') }) }
);

interface World {
  strapi: Core.Strapi;
  license: License;
  customers: Customers;
}

const perform = async ({ strapi, license, customers }: World, step: Step): Promise<unknown> => {
  const { documentId, environment, key } = license;
  const licenses = service(strapi, 'licenses');
  const command = { documentId, actor: ADMIN };
  const customerOf = (name: Whose) => (name === 'nobody' ? null : customers[name].customer);
  const withCustomer = (property: 'id' | 'documentId') =>
    'customer' in step && step.customer !== undefined
      ? { customer: customerOf(step.customer)?.[property] ?? null }
      : {};

  switch (step.by) {
    case 'action':
      return licenses[step.action](command);
    case 'assign':
      return licenses.assign({
        ...command,
        customer: customerOf(step.customer)?.documentId ?? 'nobody',
      });
    case 'edit': {
      const customer = step.customer && (customerOf(step.customer)?.documentId ?? null);
      return licenses.edit({
        ...command,
        edit: customer === undefined ? step.edit : { ...step.edit, customer },
      });
    }
    case 'activate': {
      const { fingerprint: name } = step;
      const device = { fingerprint: name, name: null, platform: null, ip: null, metadata: {} };
      return service(strapi, 'licensing').activate({ environment, key, device, actor: SYSTEM });
    }
    case 'deactivate':
      return service(strapi, 'licensing').deactivate({ environment, key, ...step, actor: SYSTEM });
    case 'write': {
      const door = UPDATE_DOORS[step.door];
      return door?.write(strapi, license, { ...step.data, ...withCustomer('id') });
    }
    case 'remove':
      return DELETE_DOORS[step.door]?.write(strapi, UID.license, license);
    case 'sweep':
      return licenses.expireDue(SYSTEM);
    case 'time':
      return stockOf(strapi).setExpiry(license, daysFromNow(-1));
  }
};

/** Takes a step; whether it was accepted. */
export const take = async (world: World, step: Step): Promise<boolean> =>
  isAccepted(perform(world, step));
