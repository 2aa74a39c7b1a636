import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';

import {
  DEFAULT_SORT,
  EXPORT_COUNT_HEADER,
  EXPORT_FORMATS,
  parseSort,
} from '../../../../shared/list';
import type { ExportFormat } from '../../../../shared/list';
import type { Context } from '../../http';
import { getService } from '../../services';
import { checkEnvironment } from './environment';
import { filterOf } from './filter';
import { listSchema } from './schemas';
import { queryParser } from './parse';

const parseExport = queryParser(
  listSchema.omit(['page', 'pageSize']).shape({
    format: yup
      .mixed<ExportFormat>()
      .oneOf([...EXPORT_FORMATS])
      .default('csv'),
  })
);

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

export const exports = ({ strapi }: { strapi: Core.Strapi }) => ({
  async licenses(ctx: Context): Promise<void> {
    const { format, sort, ...query } = await parseExport(ctx);
    checkEnvironment({ strapi }, query.environment);
    const { count, stream } = await getService({ strapi }, 'exporting').licenses(
      filterOf(query, new Date()),
      parseSort(sort) ?? DEFAULT_SORT,
      format,
      getService({ strapi }, 'actor').current()
    );
    const day = new Date().toISOString().slice(0, 10);
    ctx.attachment(`licenses-${query.environment}-${day}.${format}`);
    ctx.type = TYPES[format];
    ctx.set(EXPORT_COUNT_HEADER, String(count));
    ctx.body = stream;
  },
});
