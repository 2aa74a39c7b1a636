import process from 'node:process';

Object.assign(process.env, {
  NODE_ENV: 'test',
  TZ: 'UTC',
  STRAPI_TELEMETRY_DISABLED: 'true',
  // The developer's own .env stays out of the tests.
  ENV_PATH: 'tests/no.env',
});

const project = (displayName, options) => ({
  displayName,
  testEnvironment: 'node',
  roots: ['<rootDir>/tests', '<rootDir>/src'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  ...options,
});

/** These boot the compiled application: their global setup builds what has changed. */
const booting = (displayName, { client, ...options }) =>
  project(displayName, {
    setupFiles: [`<rootDir>/tests/support/${client}.env.ts`],
    globalSetup: `<rootDir>/tests/support/${displayName}.setup.ts`,
    ...options,
  });

export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1.5GB',
  reporters: ['default', '<rootDir>/tests/support/retried.reporter.mjs'],
  projects: [
    project('unit', { testMatch: ['<rootDir>/tests/unit/**/*.test.ts?(x)'] }),
    booting('sqlite', {
      client: 'sqlite',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts', '!**/*.postgres.test.ts'],
    }),
    booting('postgres', {
      client: 'postgres',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts', '!**/*.sqlite.test.ts'],
      globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts',
    }),
    booting('browser', {
      client: 'postgres',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/browser.patience.ts'],
      globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts',
    }),
  ],
};
