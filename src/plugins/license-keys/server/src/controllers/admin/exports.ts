import type { Core } from '@strapi/strapi';

import { EXPORT_COUNT_HEADER, EXPORT_FORMATS, parseSort } from '../../../../shared/list';
import type { ExportFormat } from '../../../../shared/list';
import type { Context } from '../../http';
import { getService } from '../../services';
import type { ExportedFile } from '../../services/exporting';
import { oneOf } from '../fields';
import { filterOf } from '../list-filter';
import { filterSchema, listSchema } from '../list-schema';
import { auditFilterOf, auditListSchema, orderOf } from './audit-query';
import { CSV, sendFile } from './download';
import { checkEnvironment } from './environment';
import { bodyParser } from './parse';

const format = oneOf(EXPORT_FORMATS).required();

const parseLicenses = bodyParser(
  listSchema
    .pick(['environment', 'sort'])
    .shape({ filter: filterSchema.required(), format })
    .noUnknown()
);

const parseAuditEntries = bodyParser(
  auditListSchema
    .pick(['environment', 'sort'])
    .shape({
      filter: auditListSchema
        .omit(['environment', 'sort', 'page', 'pageSize'])
        .noUnknown()
        .required(),
      format,
    })
    .noUnknown()
);

const TYPES: Record<ExportFormat, string> = {
  csv: CSV,
  json: 'application/json',
};

const send = (
  ctx: Context,
  { count, stream }: ExportedFile,
  { list, environment, format }: { list: string; environment: string; format: ExportFormat }
): void => {
  const day = new Date().toISOString().slice(0, 10);
  ctx.set(EXPORT_COUNT_HEADER, String(count));
  sendFile(ctx, {
    name: `${list}-${environment}-${day}.${format}`,
    type: TYPES[format],
    stream,
  });
};

/** Lists as files. */
export const exports = ({ strapi }: { strapi: Core.Strapi }) => {
  const actor = () => getService({ strapi }, 'actor').current();

  return {
    async licenses(ctx: Context): Promise<void> {
      const { environment, filter, sort, format } = await parseLicenses(ctx);
      checkEnvironment({ strapi }, environment);
      const file = await getService({ strapi }, 'exporting').licenses(
        filterOf({ ...filter, environment }, new Date()),
        parseSort(sort),
        format,
        actor()
      );
      send(ctx, file, { list: 'licenses', environment, format });
    },

    async auditEntries(ctx: Context): Promise<void> {
      const { environment, filter, sort, format } = await parseAuditEntries(ctx);
      checkEnvironment({ strapi }, environment);
      const file = await getService({ strapi }, 'exporting').auditEntries(
        auditFilterOf({ ...filter, environment }),
        orderOf(sort),
        format,
        actor()
      );
      send(ctx, file, { list: 'audit-log', environment, format });
    },
  };
};
