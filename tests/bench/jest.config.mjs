import config from '../../jest.config.mjs';

const [unit] = config.projects;

/** What `npm run bench` runs, and `npm test` does not. */
export default {
  ...unit,
  displayName: 'bench',
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/bench/**/*.bench.ts'],
  globalSetup: '<rootDir>/tests/support/postgres.setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts',
  testTimeout: 15 * 60_000,
};
