import type { Core } from '@strapi/strapi';

import { DEFAULT_DEVICE_SORT, parseDeviceSort } from '../../../../shared/devices';
import type {
  DeviceDryRun,
  DeviceFilter as DeviceQuery,
  DeviceItem,
} from '../../../../shared/devices';
import type { Paged } from '../../../../shared/license';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { readDevices } from '../../store/device-list';
import type { DeviceFilter } from '../../store/device-list';
import { fingerprint } from '../fields';
import { dayRange } from '../list-filter';
import { activationIdOf } from '../path-ids';
import { deviceBulkSchema, deviceListSchema } from './device-schemas';
import { checkEnvironment } from './environment';
import { bodyParser, queryParser } from './parse';
import { demand } from './permission';
import { actionSchema } from './schemas';

const DAY = 24 * 60 * 60 * 1000;

const parseList = queryParser(deviceListSchema);
const parseBulk = bodyParser(deviceBulkSchema);
const parseStart = bodyParser(deviceBulkSchema.shape({ fingerprint }).noUnknown());
const parseAction = bodyParser(actionSchema);

type Optional<T> = { [Name in keyof T]?: T[Name] | undefined };

const filterOf = (
  environment: string,
  {
    _q,
    activatedFrom,
    activatedTo,
    verifiedFrom,
    verifiedTo,
    idleDays,
    ...filter
  }: Optional<DeviceQuery>
): DeviceFilter => {
  const activated = dayRange(activatedFrom, activatedTo);
  const verified = dayRange(verifiedFrom, verifiedTo);
  return {
    ...filter,
    environment,
    search: _q,
    activatedFrom: activated.from,
    activatedTo: activated.to,
    verifiedFrom: verified.from,
    verifiedTo: verified.to,
    idleSince: idleDays === undefined ? undefined : new Date(Date.now() - idleDays * DAY),
  };
};

/** What the Activations page asks for. */
export const devices = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService({ strapi }, 'devices');
  const actor = () => getService({ strapi }, 'actor').current();

  const selectedBy = (
    ctx: Context,
    { environment, selection: { ids, filter } }: Awaited<ReturnType<typeof parseBulk>>
  ): DeviceFilter => {
    checkEnvironment({ strapi }, environment);
    demand(ctx, 'deactivate-device');
    return ids ? { environment, documentIds: ids } : filterOf(environment, filter ?? {});
  };

  return {
    async find(ctx: Context): Promise<void> {
      const { environment, sort, page, pageSize, ...query } = await parseList(ctx);
      checkEnvironment({ strapi }, environment);
      ctx.body = (await readDevices(connection({ strapi }), filterOf(environment, query), {
        sort: parseDeviceSort(sort) ?? DEFAULT_DEVICE_SORT,
        page,
        pageSize,
      })) satisfies Paged<DeviceItem>;
    },

    async deactivate(ctx: Context): Promise<void> {
      const { reason } = await parseAction(ctx);
      await service().deactivate({ documentId: activationIdOf(ctx), reason, actor: actor() });
      ctx.status = 204;
    },

    async dryRun(ctx: Context): Promise<void> {
      const selection = selectedBy(ctx, await parseBulk(ctx));
      ctx.body = { data: await service().dryRun(selection) } satisfies DeviceDryRun;
    },

    async start(ctx: Context): Promise<void> {
      const body = await parseStart(ctx);
      const { reason = null, fingerprint } = body;
      const id = await service().start(selectedBy(ctx, body), fingerprint, reason, actor());
      ctx.status = 202;
      ctx.body = { data: await getService({ strapi }, 'jobs').find(id) };
    },
  };
};
