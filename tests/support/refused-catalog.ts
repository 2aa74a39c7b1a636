import type { Catalog } from './catalog';
import type { Data } from './doors';

export interface RefusedRow {
  what: string;
  data: (own: Catalog, other: Catalog, foreign: Catalog) => Data;
  code: string;
  field: string;
}

const row = (
  what: string,
  code: string,
  field: string,
  data: Data | RefusedRow['data']
): RefusedRow => ({ what, code, field, data: typeof data === 'function' ? data : () => data });

const LARGE = { text: 'x'.repeat(10_240) };
const NO_OBJECTS = [[], 'text', '[]', '"text"', '{', 5, true];

const json = (field: 'features' | 'metadata'): RefusedRow[] =>
  [...NO_OBJECTS, LARGE, JSON.stringify(LARGE)].map((value) =>
    row(
      `the ${field} ${JSON.stringify(value).slice(0, 20)}`,
      `INVALID_${field.toUpperCase()}`,
      field,
      { [field]: value }
    )
  );

const ENVIRONMENT = ['moon', null].map((environment) =>
  row(`the environment ${String(environment)}`, 'UNKNOWN_ENVIRONMENT', 'environment', {
    environment,
  })
);

const MOVE = row('another environment', 'IMMUTABLE_FIELD', 'environment', {
  environment: 'staging',
});

const FORMATS = [
  { length: 5 },
  { charset: 'AB' },
  { prefix: ' ' },
  { length: 'long' },
  [],
  'text',
  '{"length":5}',
  7,
];

const VALIDITIES = [{ amount: 0, unit: 'day' }, { amount: 1, unit: 'week' }, {}, [], 'year', 30];

const GENERATOR: RefusedRow[] = [
  ...FORMATS.map((format) =>
    row(`the format ${JSON.stringify(format)}`, 'INVALID_FORMAT', 'format', { format })
  ),
  ...[...VALIDITIES, '{"amount":0,"unit":"day"}'].map((validity) =>
    row(`the validity ${JSON.stringify(validity)}`, 'INVALID_VALIDITY', 'validity', { validity })
  ),
  ...[0, -2, 10_001, 1.5].map((activationLimit) =>
    row(`the limit ${String(activationLimit)}`, 'INVALID_ACTIVATION_LIMIT', 'activationLimit', {
      activationLimit,
    })
  ),
  ...json('features'),
  ...json('metadata'),
];

/** What each type refuses of a new row, and of one that exists. */
export const REFUSED_ROWS = {
  product: {
    create: [...ENVIRONMENT, ...json('features'), ...json('metadata')],
    update: [MOVE, ...json('features'), ...json('metadata')],
  },
  customer: {
    create: [...ENVIRONMENT, ...json('metadata')],
    update: [MOVE, ...json('metadata')],
  },
  generator: {
    create: [
      ...ENVIRONMENT,
      ...GENERATOR,
      row('no product', 'PRODUCT_REQUIRED', 'product', { product: null }),
      row('a product that does not exist', 'PRODUCT_REQUIRED', 'product', { product: 999_999 }),
      row(
        'a product of another environment',
        'CROSS_ENVIRONMENT_RELATION',
        'product',
        (...all) => ({
          product: all[2].product.id,
        })
      ),
      row('a type that is none', 'INVALID_FORMAT', 'format', { type: 'random' }),
    ],
    update: [
      MOVE,
      ...GENERATOR,
      row('another product', 'IMMUTABLE_FIELD', 'product', (_own, other) => ({
        product: other.product.id,
      })),
      row('no product', 'IMMUTABLE_FIELD', 'product', { product: null }),
      row('another type', 'IMMUTABLE_FIELD', 'type', { type: 'uuid' }),
    ],
  },
} as const satisfies Record<string, { create: RefusedRow[]; update: RefusedRow[] }>;
