import { config, limitStoreOf } from '../../src/plugins/license-keys/server/src/config';

describe('requests are counted', () => {
  const limits = { perKey: 60, unknownKey: 10, maxLockoutMinutes: 60 };
  const redisUrl = 'redis://127.0.0.1';

  it.each([
    [null, null, 'memory'],
    [null, redisUrl, 'redis'],
    ['redis', redisUrl, 'redis'],
    ['database', null, 'database'],
    ['database', redisUrl, 'redis'],
    ['memory', null, 'memory'],
    ['memory', redisUrl, 'memory'],
  ] as const)('with the store %s and the Redis %s in %s', (store, url, expected) => {
    expect(limitStoreOf({ ...limits, store, redisUrl: url })).toBe(expected);
  });
});

describe('a key function', () => {
  const validate = (more: object) => () => {
    const listed = { bits: 80, generate: () => 'LISTED', ...more };
    config.validator({ ...config.default, keyFunctions: { listed } });
  };

  it('may say how many keys there are', () => {
    expect(validate({})).not.toThrow();
    expect(validate({ supply: 500 })).not.toThrow();
  });

  it.each([{ bits: 59 }, { supply: 0 }, { supply: 1.5 }, { supply: '500' }])(
    'is refused with %j',
    (more) => {
      expect(validate(more)).toThrow('keyFunctions.listed');
    }
  );
});
