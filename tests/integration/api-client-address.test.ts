import { startApi, type TestApi } from '../support/api';
import { expectLimited, from, guessFrom } from '../support/limits';
import { devicesOf } from '../support/rows';
import { unique } from '../support/stock';

const UNKNOWN_KEY = 2;
/** Of the connection that the tests make. */
const OWN = '127.0.0.1';

/** What a client may write to pass for somebody else. */
const SPOOFED = [
  '203.0.113.1',
  '203.0.113.1, 203.0.113.2, 203.0.113.3, 203.0.113.4',
  '203.0.113.1:4711',
  '2001:db8::1',
  '[2001:db8::1]:443',
  '::ffff:203.0.113.1',
  '127.0.0.2',
  'unknown',
  ', ,',
  'x'.repeat(4_000),
];

let api: TestApi;

const startBehind = (proxies: number) => async (): Promise<void> => {
  api = await startApi({
    env: {
      TRUSTED_PROXIES: String(proxies),
      LICENSE_RATE_LIMIT_UNKNOWN_KEY: String(UNKNOWN_KEY),
      // Memory on SQLite.
      LICENSE_RATE_LIMIT_STORE: 'database',
    },
  });
};

const lockOut = async (forwardedFor: string): Promise<void> => {
  for (let asked = 0; asked < UNKNOWN_KEY; asked += 1) {
    expect((await guessFrom(api.http, forwardedFor)).status).toBe(200);
  }
  await expectSame(forwardedFor);
};

/** For a client that is locked out. */
const expectSame = async (forwardedFor: string): Promise<void> => {
  expectLimited(await guessFrom(api.http, forwardedFor), UNKNOWN_KEY);
};

const expectOther = async (forwardedFor: string): Promise<void> => {
  expect((await guessFrom(api.http, forwardedFor)).status).toBe(200);
};

/** The address that a new activation is recorded with. */
const recorded = async (forwardedFor: string): Promise<string | null | undefined> => {
  const { key, documentId } = await api.stock.license({ devices: [] });
  const body = { key, fingerprint: unique('device') };
  expect((await from(api.http, forwardedFor, body, 'activate')).status).toBe(201);
  return (await devicesOf(api.strapi, documentId))[0]?.ip;
};

describe('without a trusted proxy', () => {
  beforeAll(startBehind(0));
  afterAll(() => api.stop());

  it('a client has the address of its connection, whatever it writes', async () => {
    await lockOut('');

    for (const forwardedFor of SPOOFED) {
      await expectSame(forwardedFor);
      expect(await recorded(forwardedFor)).toBe(OWN);
    }
    for (const header of ['Forwarded', 'X-Real-IP', 'X-Client-IP', 'CF-Connecting-IP']) {
      const guess = api.client.validate({ key: unique('GUESS') });
      expectLimited(await guess.set(header, 'for=203.0.113.1'), UNKNOWN_KEY);
    }
  });
});

describe('behind one trusted proxy', () => {
  beforeAll(startBehind(1));
  afterAll(() => api.stop());

  it('a client has the address that the proxy wrote last, whatever stands before it', async () => {
    await lockOut('203.0.113.9');

    for (const spoofed of SPOOFED) await expectSame(`${spoofed}, 203.0.113.9`);
    await expectOther('203.0.113.9, 203.0.113.10');
    expect(await recorded('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  });

  it('an IPv4 address is the same in every notation', async () => {
    await lockOut('203.0.113.20');

    for (const notation of [
      '203.0.113.20:4711',
      '::ffff:203.0.113.20',
      '::FFFF:cb00:7114',
      '[::ffff:203.0.113.20]:443',
    ]) {
      await expectSame(notation);
      expect(await recorded(notation)).toBe('203.0.113.20');
    }
  });

  it('an IPv6 client cannot go on from another address of its network', async () => {
    await lockOut('2001:db8:1:2::1');

    await expectSame('2001:db8:1:2:ffff:ffff:ffff:ffff');
    await expectSame('[2001:DB8:1:2::7]:443');
    await expectOther('2001:db8:1:3::1');
    expect(await recorded('[2001:db8:1:2::7]:443')).toBe('2001:db8:1:2::7');
  });

  it('what is no address is not believed', async () => {
    await lockOut('unknown');

    for (const text of ['', 'x'.repeat(4_000), '256.1.1.1', '1.2.3', "'; --"]) {
      await expectSame(text);
      expect(await recorded(text)).toBe(OWN);
    }
  });
});

describe('behind two trusted proxies', () => {
  beforeAll(startBehind(2));
  afterAll(() => api.stop());

  it('a client has the address that the outer one wrote', async () => {
    await lockOut('203.0.113.9, 198.51.100.1');

    await expectSame('203.0.113.9, 198.51.100.2');
    for (const spoofed of SPOOFED) await expectSame(`${spoofed}, 203.0.113.9, 198.51.100.1`);
    await expectOther('203.0.113.9, 203.0.113.10, 198.51.100.1');
    expect(await recorded('192.0.2.1, 203.0.113.9, 198.51.100.1')).toBe('203.0.113.9');
  });

  it('a client that comes by the inner one alone has the address that it wrote', async () => {
    await lockOut('203.0.113.30');

    expect(await recorded('203.0.113.30')).toBe('203.0.113.30');
  });
});
