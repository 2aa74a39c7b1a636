import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';

import {
  CUSTOMER_SORT_FIELDS,
  DEFAULT_CATALOG_SORT,
  parseCustomerSort,
  parseProductSort,
  PRODUCT_SORT_FIELDS,
} from '../../../../shared/catalog';
import type { CustomerItem, ProductItem } from '../../../../shared/catalog';
import type { Paged } from '../../../../shared/license';
import { MAX_SEARCH_LENGTH } from '../../../../shared/limits';
import type { Context } from '../../http';
import { readCustomers, readProducts } from '../../store/catalog-list';
import { connection } from '../../store/database';
import { pageFields, sortBy, text } from '../fields';
import { checkEnvironment } from './environment';
import { queryParser } from './parse';

const listParser = (sortFields: readonly string[]) =>
  queryParser(
    yup
      .object({
        environment: yup.string().required(),
        _q: text(MAX_SEARCH_LENGTH),
        sort: sortBy(sortFields),
        ...pageFields,
      })
      .noUnknown()
  );

const parseCustomers = listParser(CUSTOMER_SORT_FIELDS);
const parseProducts = listParser(PRODUCT_SORT_FIELDS);

/** What licenses are made for and who has them: the Content Manager writes it, this counts. */
export const catalog = ({ strapi }: { strapi: Core.Strapi }) => ({
  async customers(ctx: Context): Promise<void> {
    const { environment, _q, sort, page, pageSize } = await parseCustomers(ctx);
    checkEnvironment({ strapi }, environment);
    ctx.body = (await readCustomers(
      connection({ strapi }),
      { environment, search: _q },
      { sort: parseCustomerSort(sort) ?? DEFAULT_CATALOG_SORT, page, pageSize }
    )) satisfies Paged<CustomerItem>;
  },

  async products(ctx: Context): Promise<void> {
    const { environment, _q, sort, page, pageSize } = await parseProducts(ctx);
    checkEnvironment({ strapi }, environment);
    ctx.body = (await readProducts(
      connection({ strapi }),
      { environment, search: _q },
      { sort: parseProductSort(sort) ?? DEFAULT_CATALOG_SORT, page, pageSize }
    )) satisfies Paged<ProductItem>;
  },
});
