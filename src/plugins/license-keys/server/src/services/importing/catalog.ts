import type { LicenseError } from '../../errors';
import { ruleBroken } from '../../errors';
import type { ScopedRef } from '../../domain/types';
import type { Db } from '../../store/database';
import { findProducts } from '../../store/references';

/** The products of an environment as a file names them; each name is looked up once. */
export const catalogOf = (environment: string) => {
  const known = new Map<string, ScopedRef | LicenseError>();

  const find = async (db: Db, name: string): Promise<ScopedRef | LicenseError> => {
    const [product, another] = await findProducts(db, environment, name);
    if (!product) {
      return ruleBroken('UNKNOWN_RELATION', 'There is no such product in this environment.', {
        field: 'product',
      });
    }
    return another
      ? ruleBroken('AMBIGUOUS_PRODUCT', 'Several products have this name: give the slug instead.', {
          field: 'product',
        })
      : product;
  };

  return {
    /** By slug, documentId or name. */
    async product(db: Db, name: string): Promise<ScopedRef | LicenseError> {
      const product = known.get(name) ?? (await find(db, name));
      known.set(name, product);
      return product;
    },
  };
};

export type Catalog = ReturnType<typeof catalogOf>;
