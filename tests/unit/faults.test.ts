import { isUnreachable } from '../../src/plugins/license-keys/server/src/store/faults';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

it.each([
  ...['EADDRNOTAVAIL', 'EAI_AGAIN', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTDOWN'],
  ...['EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
  ...['08000', '08003', '08006', '08P01', '25006', '53100', '53200', '53300', '57014'],
  ...['57P01', '57P02', '57P03', '58030'],
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_CANTOPEN', 'SQLITE_FULL', 'SQLITE_IOERR_READ'],
])('%s tells that the database cannot be reached or written for the moment', (code) => {
  expect(isUnreachable(withCode(code))).toBe(true);
});

it.each([
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'select 1 - Connection terminated',
  'select 1 - Query read timeout',
  'timeout expired',
])('“%s” does so too', (message) => {
  expect(isUnreachable(new Error(message))).toBe(true);
});

it('so does one of several attempts, as to each address of a host', () => {
  expect(isUnreachable(new AggregateError([new Error('x'), withCode('ENETUNREACH')]))).toBe(true);
});

it.each([
  ...['22P02', '23505', '25P02', '40001', '42P01', '53400', '108006'],
  ...['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'ERR_INVALID_ARG_TYPE', 'ENOENT', ''],
])('%s does not', (code) => {
  expect(isUnreachable(withCode(code))).toBe(false);
});

it.each([undefined, null, 'ECONNREFUSED', { code: 8006 }, new Error('a Connection terminated')])(
  '%p does not either',
  (error) => {
    expect(isUnreachable(error)).toBe(false);
  }
);
