import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';

import { MAX_NAME_LENGTH } from '../../../../shared/limits';
import { isStorableText } from '../../domain/json';
import { adminIdOf } from '../../http';
import type { Context } from '../../http';
import { connection } from '../../store/database';
import { deleteView, readViews, saveView } from '../../store/views';
import { rowIdReader } from '../path-ids';
import { bodyParser } from './parse';

const MAX_QUERY_LENGTH = 4096;

const text = (max: number) =>
  yup
    .string()
    .trim()
    .max(max)
    .required()
    .test('storable', '${path} has characters that cannot be stored', (value) =>
      isStorableText(value ?? '')
    );

const parseView = bodyParser(
  yup.object({ name: text(MAX_NAME_LENGTH), query: text(MAX_QUERY_LENGTH) }).noUnknown()
);

const noView = () => new errors.NotFoundError('There is no such view.');
const viewIdOf = rowIdReader(noView);

/** Views of the list, each kept for who saved it. */
export const views = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context): Promise<void> {
    ctx.body = { data: await readViews(connection({ strapi }), adminIdOf(ctx)) };
  },

  async save(ctx: Context): Promise<void> {
    const view = await parseView(ctx);
    ctx.status = 201;
    ctx.body = { data: await saveView(connection({ strapi }), adminIdOf(ctx), view) };
  },

  async delete(ctx: Context): Promise<void> {
    if ((await deleteView(connection({ strapi }), adminIdOf(ctx), viewIdOf(ctx))) === 0) {
      throw noView();
    }
    ctx.status = 204;
  },
});
