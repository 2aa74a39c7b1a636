import type { Core } from '@strapi/strapi';

import type { CustomerOptions, GeneratorOptions, LicenseDetail } from '../../../../shared/license';
import { defined } from '../../domain/json';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { readCustomerOptions, readGeneratorOptions } from '../../store/references';
import { toDate } from '../fields';
import { checkEnvironment } from './environment';
import { existing } from './existing';
import { assignSchema, createSchema, customerSchema, editSchema } from './form-schemas';
import { licenseIdOf } from '../path-ids';
import { demand } from './permission';
import { customerOptionsSchema, generatorOptionsSchema } from './schemas';
import { bodyParser, queryParser } from './parse';

const parseCreate = bodyParser(createSchema);
const parseEdit = bodyParser(editSchema);
const parseAssign = bodyParser(assignSchema);
const parseCustomer = bodyParser(customerSchema);
const parseCustomers = queryParser(customerOptionsSchema);
const parseGenerators = queryParser(generatorOptionsSchema);

/** What the page's forms send and choose from. */
export const forms = ({ strapi }: { strapi: Core.Strapi }) => {
  const actor = () => getService({ strapi }, 'actor').current();
  const license = existing({ strapi });

  const sendDetail = async (ctx: Context, documentId: string, status = 200): Promise<void> => {
    const data = await license.detail(documentId);
    ctx.status = status;
    ctx.body = { data } satisfies { data: LicenseDetail };
  };

  return {
    findOne: async (ctx: Context) => sendDetail(ctx, licenseIdOf(ctx)),

    async create(ctx: Context): Promise<void> {
      const { expiresAt, ...input } = await parseCreate(ctx);
      checkEnvironment({ strapi }, input.environment);
      if (input.key !== undefined) {
        demand(ctx, 'create-with-key');
      }
      if (input.customer) {
        demand(ctx, 'assign');
      }
      const { documentId } = await getService({ strapi }, 'issuing').issue(
        { ...input, expiresAt: toDate(expiresAt) },
        actor()
      );
      await sendDetail(ctx, documentId, 201);
    },

    async update(ctx: Context): Promise<void> {
      const { version, expiresAt, ...fields } = await parseEdit(ctx);
      if (fields.customer !== undefined) {
        const before = await license.find(licenseIdOf(ctx));
        if (before?.customer?.documentId !== fields.customer) {
          demand(ctx, 'assign');
        }
      }
      await getService({ strapi }, 'licenses').edit({
        documentId: licenseIdOf(ctx),
        actor: actor(),
        version: new Date(version),
        edit: defined({ ...fields, expiresAt: toDate(expiresAt) }),
      });
      await sendDetail(ctx, licenseIdOf(ctx));
    },

    async assign(ctx: Context): Promise<void> {
      const body = await parseAssign(ctx);
      await getService({ strapi }, 'licenses').assign({
        documentId: licenseIdOf(ctx),
        actor: actor(),
        ...body,
      });
      await sendDetail(ctx, licenseIdOf(ctx));
    },

    async customerOptions(ctx: Context): Promise<void> {
      const { environment, _q, documentId } = await parseCustomers(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = {
        data: await readCustomerOptions(connection({ strapi }), environment, {
          search: _q,
          documentId,
        }),
      } satisfies CustomerOptions;
    },

    async generatorOptions(ctx: Context): Promise<void> {
      const { environment, product } = await parseGenerators(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = {
        data: await readGeneratorOptions(connection({ strapi }), environment, product),
      } satisfies GeneratorOptions;
    },

    async createCustomer(ctx: Context): Promise<void> {
      const data = await parseCustomer(ctx);
      checkEnvironment({ strapi }, data.environment);
      const { documentId, name, email } = await getService({ strapi }, 'customers').create(data);
      ctx.status = 201;
      ctx.body = { data: { documentId, name, email } };
    },
  };
};
