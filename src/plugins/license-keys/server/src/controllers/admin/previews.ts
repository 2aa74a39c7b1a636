import type { Core } from '@strapi/strapi';

import { SUCCESSES } from '../../../../shared/codes';
import { PREVIEW_HEADER } from '../../../../shared/license';
import type { PreviewAnswer, UnlockAnswer } from '../../../../shared/license';
import { MAX_TTL_HOURS } from '../../domain/offline-file';
import { graceEnd } from '../../domain/expiry';
import { LicenseError, notFound } from '../../errors';
import { adminIdOf } from '../../http';
import type { Context } from '../../http';
import { getService } from '../../services';
import { connection } from '../../store/database';
import { readActivations, readDetail, readTimeline } from '../../store/license-detail';
import { findLicenseId } from '../../store/licenses';
import { unlockSchema } from './form-schemas';
import { actionSchema, sliceSchema } from './schemas';
import { bodyParser, queryParser } from './parse';

const parseUnlock = bodyParser(unlockSchema);
const parseSlice = queryParser(sliceSchema);
const parseAction = bodyParser(actionSchema);

const idOf = (ctx: Context): string => (ctx.params as { documentId: string }).documentId;

/** What the preview of a license shows, to who has given the password again. */
export const previews = ({ strapi }: { strapi: Core.Strapi }) => {
  const demandUnlocked = (ctx: Context): void => {
    const preview = getService({ strapi }, 'preview');
    if (preview.isRequired && !preview.isUnlocked(adminIdOf(ctx), ctx.get(PREVIEW_HEADER))) {
      throw new LicenseError({
        code: 'PASSWORD_REQUIRED',
        message: 'Give your password again to preview a license.',
        status: 403,
      });
    }
  };

  return {
    async unlock(ctx: Context): Promise<void> {
      const { password } = await parseUnlock(ctx);
      const { token, expiresAt } = await getService({ strapi }, 'preview').unlock(
        adminIdOf(ctx),
        password
      );
      ctx.body = { data: { token, expiresAt: expiresAt.toISOString() } } satisfies UnlockAnswer;
    },

    async find(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const license = await readDetail(connection({ strapi }), idOf(ctx));
      if (!license) {
        throw notFound();
      }
      const { environment, key } = license;
      const { reasons } = await getService({ strapi }, 'licensing').validate({ environment, key });
      const [first] = reasons;
      const { graceDays } = getService({ strapi }, 'settings');
      const expiresAt = license.expiresAt === null ? null : new Date(license.expiresAt);
      const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
      ctx.body = {
        data: {
          license,
          verdict: {
            valid: !first,
            code: first?.code ?? 'VALID',
            message: first?.message ?? SUCCESSES.VALID,
            reasons,
          },
          graceEndsAt:
            graceDays > 0 ? (graceEnd(expiresAt, graceDays)?.toISOString() ?? null) : null,
          apiUrl: `${strapi.config.get<string>('server.absoluteUrl')}${prefix}/license-keys/${environment}`,
        },
      } satisfies PreviewAnswer;
    },

    async activations(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const slice = await parseSlice(ctx);
      const db = connection({ strapi });
      const licenseId = await findLicenseId(db, idOf(ctx));
      if (licenseId === null) {
        throw notFound();
      }
      ctx.body = await readActivations(db, licenseId, slice);
    },

    async audit(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      ctx.body = await readTimeline(connection({ strapi }), idOf(ctx), await parseSlice(ctx));
    },

    async offlineFile(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const license = await readDetail(connection({ strapi }), idOf(ctx));
      if (!license) {
        throw notFound();
      }
      const { environment, key, documentId } = license;
      const file = await getService({ strapi }, 'licensing').offlineFileForAll({
        environment,
        key,
        ttlHours: MAX_TTL_HOURS,
      });
      ctx.attachment(`license-${documentId}.json`);
      ctx.body = file;
    },

    async deactivateDevice(ctx: Context): Promise<void> {
      const { reason } = await parseAction(ctx);
      await getService({ strapi }, 'devices').deactivate({
        documentId: idOf(ctx),
        reason,
        actor: getService({ strapi }, 'actor').current(),
      });
      ctx.status = 204;
    },
  };
};
