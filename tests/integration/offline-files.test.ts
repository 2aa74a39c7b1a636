import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { FlattenedJWS, JSONWebKeySet } from 'jose';

import type { License } from '../../src/plugins/license-keys/server/src/domain/types';
import {
  SAMPLE_LANGUAGES,
  sampleOf,
  type SampleInput,
} from '../../src/plugins/license-keys/shared/samples';
import { pathOf, startApi, type TestApi } from '../support/api';
import { passTime, stopClock } from '../support/clock';
import { bodyOf } from '../support/http';
import { demandPrograms } from '../support/programs';
import { verifyWithJose } from '../support/jose';
import { service } from '../support/plugin';
import { runSample, type Run } from '../support/samples';
import { DAY } from '../support/stock';

/** Whatever a language takes for its own is in it. */
const DEVICE = `Ada's "désk" [1] $HOME \\n * \${x}`;

const VALID_UNTIL = /^Valid until \d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

let api: TestApi;
let folder: string;
/** Of the dearer product, of that one too, and of a cheaper one: all on the same device. */
let license: License;
let sibling: License;
let cheaper: License;
let keySet: JSONWebKeySet;

const signedFor = async ({ key }: License): Promise<FlattenedJWS> =>
  bodyOf<FlattenedJWS>(
    await api.http.post(pathOf('offline-file')).send({ key, fingerprint: DEVICE }).expect(200)
  );

/** Signed by the server two days ago. */
const signedBefore = async (): Promise<FlattenedJWS> => {
  stopClock();
  passTime((-2 * DAY) / 1000);
  try {
    return await signedFor(license);
  } finally {
    jest.useRealTimers();
  }
};

const signedForAll = async (): Promise<FlattenedJWS> =>
  service(api.strapi, 'licensing').offlineFileForAll({ ...license, ttlHours: 24 });

/** One byte is another one. */
const changed = (part: string, index: number): string => {
  const bytes = Buffer.from(part, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
  return bytes.toString('base64url');
};

/** The limit of devices, 5, becomes 4. */
const withAnotherLimit = (file: FlattenedJWS): FlattenedJWS => {
  const name = '"activation_limit":';
  const at = Buffer.from(file.payload, 'base64url').indexOf(name) + name.length;
  return { ...file, payload: changed(file.payload, at) };
};

beforeAll(async () => {
  demandPrograms('samples');
  api = await startApi();
  const pro = await api.stock.product({ name: 'Übersicht {"Pro"}', slug: 'pro-plan' });
  const basic = await api.stock.product({ name: '"slug":"pro-plan"},', slug: 'basic-plan' });
  const devices = ['first', DEVICE];
  // Names of claims where a program that reads too little would look for them.
  const features = { exp: 1, fingerprints: [], product: { slug: 'pro-plan' }, key_sha256: 'x' };
  license = await api.stock.license({ product: pro, devices, features });
  sibling = await api.stock.license({ product: pro, devices });
  cheaper = await api.stock.license({ product: basic, devices, features });
  await service(api.strapi, 'signing').rotate();
  keySet = bodyOf<JSONWebKeySet>(await api.http.get('/api/license-keys/jwks.json').expect(200));
  folder = mkdtempSync(path.join(tmpdir(), 'license-keys-offline-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.stop();
});

interface Case {
  file: () => Promise<FlattenedJWS>;
  says: RegExp;
  keys?: () => JSONWebKeySet;
  /** What the program asks for, where it is not what the license is. */
  asks?: () => Partial<SampleInput>;
}

const good = async (): Promise<FlattenedJWS> => signedFor(license);

const foreignKeys = (): JSONWebKeySet => {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return { keys: keySet.keys.map((key) => ({ ...key, x })) };
};

const CASES: Record<string, Case> = {
  'a good file': { file: good, says: VALID_UNTIL },
  'the file of all devices': { file: signedForAll, says: VALID_UNTIL },
  'an expired file': { file: signedBefore, says: /^Not valid: expired$/ },
  'the file of another device': {
    file: good,
    says: /^Not valid: another device$/,
    asks: () => ({ device: `${DEVICE}-2` }),
  },
  'the file of a cheaper product': {
    file: async () => signedFor(cheaper),
    says: /^Not valid: another product$/,
    asks: () => ({ key: cheaper.key }),
  },
  'the file of another license': {
    file: async () => signedFor(sibling),
    says: /^Not valid: another license$/,
  },
  'a file with one byte of its claims changed': {
    file: async () => withAnotherLimit(await good()),
    says: /^Not valid: wrong signature$/,
  },
  'a file with one byte of its signature changed': {
    file: async () => {
      const file = await good();
      return { ...file, signature: changed(file.signature, 0) };
    },
    says: /^Not valid: wrong signature$/,
  },
  'a file that another key signed': {
    file: good,
    says: /^Not valid: wrong signature$/,
    keys: foreignKeys,
  },
  'a file by an unknown key': {
    file: good,
    says: /^Not valid: unknown key$/,
    keys: () => ({ keys: keySet.keys.slice(1) }),
  },
};

type Verifier = (file: FlattenedJWS, keys: JSONWebKeySet, input: SampleInput) => Promise<Run>;

const bySample =
  (language: (typeof SAMPLE_LANGUAGES)[number]): Verifier =>
  async (file, keys, input) => {
    writeFileSync(path.join(folder, 'license.json'), JSON.stringify(file));
    writeFileSync(path.join(folder, 'jwks.json'), JSON.stringify(keys));
    return runSample(language, sampleOf(language, 'verify', input), folder);
  };

/** OpenSSL, PHP’s sodium, Node’s crypto and Python’s cryptography in the samples, and jose. */
const VERIFIERS: [name: string, verifier: Verifier][] = [
  ...SAMPLE_LANGUAGES.map((language): [string, Verifier] => [
    `the sample for ${language}`,
    bySample(language),
  ]),
  ['jose', verifyWithJose],
];

describe.each(Object.entries(CASES))('%s', (_what, { file, says, keys, asks }) => {
  it.each(VERIFIERS)('is told by %s', async (_name, verify) => {
    const input = {
      apiUrl: `${api.url}/api/license-keys/production`,
      key: license.key,
      product: 'pro-plan',
      device: DEVICE,
      ...asks?.(),
    };

    expect(await verify(await file(), keys?.() ?? keySet, input)).toEqual({
      status: says === VALID_UNTIL ? 0 : 1,
      output: expect.stringMatching(says) as string,
    });
  });
});
