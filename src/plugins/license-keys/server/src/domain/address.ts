import { isIP } from 'node:net';

/** As some proxies write it: `[2001:db8::1]:443`, `192.0.2.1:443`. */
const WITH_PORT = /^(?:\[(.+)\]|([\d.]+))(?::\d{1,5})?$/;
const GROUPS = 8;
/** The groups of an IPv6 address that name the network: a client has the rest to choose from. */
const NETWORK_GROUPS = 4;

const wordsOf = (part: string | undefined): string[] => (part ? part.split(':') : []);

/** The eight groups of an IPv6 address, in lower case and without leading zeros. */
const groupsOf = (address: string): string[] => {
  // URLs write an address in one way only, and never with a dotted part.
  const { hostname } = new URL(`http://[${address}]/`);
  const [head, tail] = hostname.slice(1, -1).split('::').map(wordsOf);
  const [before, after] = [head ?? [], tail ?? []];
  const zeros = Array<string>(GROUPS - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after];
};

/** The IPv4 address that an IPv6 one stands for, where it does. */
const mappedOf = (groups: readonly string[]): string | null => {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') {
    return null;
  }
  return groups
    .slice(6)
    .map((group) => parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
};

/**
 * The address in what a proxy or a socket says of a client, without a port and a zone; an IPv4 address that
 * is written as IPv6 is one. Null where there is none.
 */
export const addressIn = (text: string): string | null => {
  const [, bracketed, dotted] = WITH_PORT.exec(text) ?? [];
  const [address = ''] = (bracketed ?? dotted ?? text).split('%');
  if (isIP(address) !== 6) {
    return isIP(address) === 4 ? address : null;
  }
  return mappedOf(groupsOf(address)) ?? address;
};

/** What counts as one client: an IPv4 address, or the /64 network that an IPv6 address is in. */
export const networkOf = (address: string): string =>
  isIP(address) === 6 ? `${groupsOf(address).slice(0, NETWORK_GROUPS).join(':')}::/64` : address;
