import type { Core } from '@strapi/strapi';

import { SUCCESSES } from '../../../../shared/codes';
import { PREVIEW_HEADER } from '../../../../shared/license';
import type { PreviewAnswer, UnlockAnswer } from '../../../../shared/license';
import { offlineFileName } from '../../../../shared/offline-file';
import { MAX_TTL_HOURS } from '../../domain/offline-file';
import { graceEnd } from '../../domain/expiry';
import { LicenseError } from '../../errors';
import { adminIdOf } from '../../http';
import type { Context } from '../../http';
import { getService } from '../../services';
import { readTimeline } from '../../store/audit-list';
import { connection } from '../../store/database';
import { readActivations } from '../../store/license-detail';
import { licenseIdOf } from '../path-ids';
import { existing } from './existing';
import { unlockSchema } from './form-schemas';
import { sliceSchema } from './schemas';
import { bodyParser, queryParser } from './parse';

const parseUnlock = bodyParser(unlockSchema);
const parseSlice = queryParser(sliceSchema);

/** What the preview of a license shows, to who has given the password again. */
export const previews = ({ strapi }: { strapi: Core.Strapi }) => {
  const { detailOf, idOf } = existing({ strapi });

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
      const license = await detailOf(ctx);
      const { environment, key } = license;
      const { reasons } = await getService({ strapi }, 'licensing').validate({ environment, key });
      const [first] = reasons;
      const { graceDays } = getService({ strapi }, 'settings');
      const expiresAt = license.expiresAt === null ? null : new Date(license.expiresAt);
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
          apiUrl: `${getService({ strapi }, 'settings').publicUrl()}/${environment}`,
        },
      } satisfies PreviewAnswer;
    },

    async activations(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const slice = await parseSlice(ctx);
      const license = { id: await idOf(ctx), documentId: licenseIdOf(ctx) };
      ctx.body = await readActivations(connection({ strapi }), license, slice);
    },

    async audit(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const slice = await parseSlice(ctx);
      await idOf(ctx);
      ctx.body = await readTimeline(connection({ strapi }), licenseIdOf(ctx), slice);
    },

    async offlineFile(ctx: Context): Promise<void> {
      demandUnlocked(ctx);
      const { environment, key, documentId } = await detailOf(ctx);
      const file = await getService({ strapi }, 'licensing').offlineFileForAll({
        environment,
        key,
        ttlHours: MAX_TTL_HOURS,
      });
      ctx.attachment(offlineFileName(documentId));
      ctx.body = file;
    },
  };
};
