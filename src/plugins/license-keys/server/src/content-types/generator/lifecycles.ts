import { decideFormat, isKeyFormat } from '../../domain/key-format';
import { isValidity } from '../../domain/expiry';
import { isJsonObject } from '../../domain/json';
import { orThrow, ruleBroken } from '../../errors';
import type { Db } from '../../store/database';
import { findScoped } from '../../store/references';
import { UID } from '../../uids';
import { catalogLifecycles } from '../catalog';
import { relationTarget } from '../lifecycle';
import type { Data, HookContext, Hooks } from '../lifecycle';

const checkProduct = async (db: Db, data: Data, row: Data): Promise<void> => {
  const target = relationTarget(data, 'product');
  const current = (row.product as { id?: number } | null | undefined)?.id;
  const isNew = row === data;
  if (!isNew && target === undefined) {
    return;
  }
  if (!isNew && Number(target) !== current) {
    throw ruleBroken('IMMUTABLE_FIELD', 'The field "product" of a generator never changes.', {
      field: 'product',
    });
  }
  const product = target ? await findScoped(db, 'product', Number(target)) : null;
  if (!product) {
    throw ruleBroken('PRODUCT_REQUIRED', 'A generator must have a product.', { field: 'product' });
  }
  if (product.environment !== row.environment) {
    throw ruleBroken(
      'CROSS_ENVIRONMENT_RELATION',
      'The product belongs to another environment than the generator.',
      { field: 'product' }
    );
  }
};

const check = async (db: Db, data: Data, row: Data): Promise<void> => {
  await checkProduct(db, data, row);
  const stored = row.format ?? {};
  const format = { ...stored, type: row.type };
  if (!isJsonObject(stored) || !isKeyFormat(format)) {
    throw ruleBroken('INVALID_FORMAT', 'The format is not one of its type.', { field: 'format' });
  }
  orThrow(decideFormat(format));
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
    immutable: ['environment', 'type'],
    ruled: ['activationLimit', 'features', 'metadata'],
    referredBy: 'generator_id',
    check,
  });
