import type { Core } from '@strapi/strapi';

import type { Context } from '../../../http';
import { getService } from '../../../services';
import { transaction } from '../../../store/database';
import { readJob } from '../../../store/job-list';
import { generatorIdOf } from '../../path-ids';
import { environmentOf } from '../request';
import { reader } from '../requests';
import { desk, withoutKey } from './desk';
import { shownJob } from './job';

const readGenerate = reader('generator.generate');

/** Licenses in large numbers, for the systems of whoever sells them. */
export const generator = ({ strapi }: { strapi: Core.Strapi }) => {
  const { actor, answer, send, sendLicenses, write } = desk({ strapi });

  return {
    async generate(ctx: Context): Promise<void> {
      const { body } = await readGenerate(ctx);
      const documentId = generatorIdOf(ctx);
      const answered = await write(ctx, body, async () =>
        transaction({ strapi }, async (db) => {
          const made = await getService({ strapi }, 'generating').generate({
            documentId,
            environment: environmentOf(ctx),
            count: body.count,
            actor: actor(),
          });
          return 'licenses' in made
            ? answer(ctx, made.licenses.map(withoutKey), 201)
            : answer(ctx, shownJob(await readJob(db, made.jobId, new Date())), 202);
        })
      );
      if (answered.status === 201) {
        await sendLicenses(ctx, answered);
      } else {
        send(ctx, answered);
      }
    },
  };
};
