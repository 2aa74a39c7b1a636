import { workerSchemaOf } from '../../src/plugins/license-keys/server/src/jobs/postgres-engine';

const LONG = 'installation_of_a_customer_with_a_rather_long_name';

it('gives each schema one of its own for the job engine', () => {
  expect(workerSchemaOf('public')).toBe('license_keys_worker_public');
  expect(workerSchemaOf('shop')).toBe('license_keys_worker_shop');
});

it.each([
  [`${LONG}_1`, `${LONG}_2`],
  ['ä'.repeat(30), `${'ä'.repeat(30)}b`],
])('keeps %s and %s apart, in as many bytes as a name may have', (one, other) => {
  expect(workerSchemaOf(one)).not.toBe(workerSchemaOf(other));
  for (const name of [workerSchemaOf(one), workerSchemaOf(other)]) {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  }
});
