import type { Faker } from '@faker-js/faker';

import type { NewActivation } from '../../plugins/license-keys/server/src/store/activations';
import { address, domain } from './source';

type Kind = (faker: Faker) => Pick<NewActivation, 'fingerprint' | 'name' | 'platform'>;

const hardwareId = (faker: Faker) =>
  faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' });

const oneOf = (faker: Faker, values: readonly string[]) => faker.helpers.arrayElement(values);

const mac: Kind = (faker) => ({
  fingerprint: faker.string.uuid().toUpperCase(),
  name: `${faker.person.firstName()}’s ${oneOf(faker, ['MacBook Pro', 'MacBook Air', 'iMac', 'Mac mini'])}`,
  platform: `macOS ${oneOf(faker, ['13.7', '14.7', '15.5'])}`,
});

const windows: Kind = (faker) => ({
  fingerprint: hardwareId(faker),
  name: `${oneOf(faker, ['DESKTOP', 'LAPTOP', 'WS'])}-${faker.string.alphanumeric({ length: 7, casing: 'upper' })}`,
  platform: `Windows ${oneOf(faker, ['10 22H2', '11 23H2', '11 24H2'])}`,
});

const linux: Kind = (faker) => ({
  fingerprint: hardwareId(faker),
  name: `${oneOf(faker, ['build', 'render', 'ws', 'dev'])}-${faker.string.numeric(2)}`,
  platform: oneOf(faker, ['Ubuntu 22.04', 'Ubuntu 24.04', 'Debian 12', 'Fedora 42']),
});

const server: Kind = (faker) => ({
  fingerprint: faker.string.uuid(),
  name: `${oneOf(faker, ['srv-lic', 'app-eu', 'app-us'])}-${faker.string.numeric(2)}.internal`,
  platform: oneOf(faker, ['Windows Server 2022', 'RHEL 9.5', 'Docker 27.5']),
});

const website: Kind = (faker) => ({
  fingerprint: `${oneOf(faker, ['www', 'shop', 'blog'])}.${domain(faker)}`,
  name: null,
  platform: `WordPress ${oneOf(faker, ['6.6', '6.7', '6.8'])}`,
});

const nameless: Kind = (faker) => ({ fingerprint: hardwareId(faker), name: null, platform: null });

const KINDS: { weight: number; value: Kind }[] = [
  { weight: 36, value: windows },
  { weight: 28, value: mac },
  { weight: 14, value: linux },
  { weight: 10, value: server },
  { weight: 7, value: website },
  { weight: 5, value: nameless },
];

const VERSIONS = ['3.9.4', '4.0.0', '4.1.2', '4.2.0', '4.2.1'];

export const inventDevice = (faker: Faker): NewActivation => ({
  ...faker.helpers.weightedArrayElement(KINDS)(faker),
  ip: address(faker),
  metadata: { app_version: oneOf(faker, VERSIONS) },
});
