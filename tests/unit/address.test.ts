import { isIP } from 'node:net';

import fc from 'fast-check';

import { addressIn, networkOf } from '../../src/plugins/license-keys/server/src/domain/address';

describe('the address in what a proxy says', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:C000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
  ])('of %s is %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '256.0.0.1',
    '1.2.3.4:',
    '[::1',
    'x'.repeat(9_000),
  ])('of %s is none', (text) => {
    expect(addressIn(text)).toBeNull();
  });

  it('is found in every address, and is one whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(addressIn(address)).not.toBeNull();
      })
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = addressIn(text);
        expect(address === null || isIP(address) > 0).toBe(true);
      })
    );
  });
});

describe('what counts as one client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:1:2:3', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['2001:db8:1:2:3:4:192.0.2.1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('with %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
