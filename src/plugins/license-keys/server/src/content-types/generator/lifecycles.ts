import { isDeepStrictEqual } from 'node:util';

import { isKeyFormat } from '../../domain/key-format';
import { decideKeySource } from '../../domain/key-source';
import type { KeyFunctions } from '../../domain/key-source';
import { isValidity } from '../../domain/expiry';
import { isJsonObject } from '../../domain/json';
import { orThrow, ruleBroken } from '../../errors';
import { getService } from '../../services';
import type { Db } from '../../store/database';
import { findScoped } from '../../store/references';
import { UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import { relationTarget } from '../lifecycle';
import type { Data, HookContext, Hooks } from '../lifecycle';

const checkProduct = async (db: Db, data: Data): Promise<void> => {
  const target = relationTarget(data, 'product');
  const numeric = Number(target);
  const product = target
    ? await findScoped(db, 'product', Number.isSafeInteger(numeric) ? numeric : target)
    : null;
  if (!product) {
    throw ruleBroken('PRODUCT_REQUIRED', 'A generator must have a product.', { field: 'product' });
  }
  if (product.environment !== data.environment) {
    throw ruleBroken(
      'CROSS_ENVIRONMENT_RELATION',
      'The product belongs to another environment than the generator.',
      { field: 'product' }
    );
  }
  data.product = product.id;
};

const check = async (db: Db, data: Data, row: Data, keyFunctions: KeyFunctions): Promise<void> => {
  if (row === data) {
    await checkProduct(db, data);
  }
  const stored = row.format ?? {};
  const format = { ...stored, type: row.type };
  if (!isJsonObject(stored) || !isKeyFormat(format)) {
    throw ruleBroken('INVALID_FORMAT', 'The format is not one of its type.', { field: 'format' });
  }
  orThrow(decideKeySource(format, String(row.environment), keyFunctions));
  if (!isValidity(row.validity ?? null)) {
    throw ruleBroken(
      'INVALID_VALIDITY',
      'The validity is { "amount": 1 or more, "unit": "day", "month" or "year" }, or empty for lifetime.',
      { field: 'validity' }
    );
  }
};

export const generatorLifecycles = (context: HookContext): Hooks =>
  catalogLifecycles(context, {
    uid: UID.generator,
    label: 'generator',
    immutable: ['environment', 'type', 'product'],
    relations: ['product'],
    ruled: ['activationLimit', 'features', 'metadata'],
    check: async (db, data, row, stored) => {
      await check(db, data, row, getService(context, 'settings').keyFunctions);
      if (stored && !isDeepStrictEqual(row.format, stored.format)) {
        data.formatSince = new Date();
      }
    },
  });
