import type { Core } from '@strapi/strapi';

import { takeTurns } from './boot-turn';
import { giveUpOnSilence, outliveBrokenBeginnings } from './database-patience';

let endTurn: () => Promise<void>;

export default {
  /** Strapi skips a plugin whose build is missing without a word; a shop without licenses must not start. */
  register({ strapi }: { strapi: Core.Strapi }) {
    if (!strapi.plugins['license-keys']) {
      throw new Error('The License Keys plugin is not built. Run "npm run build:plugin" first.');
    }
    outliveBrokenBeginnings(strapi);
    endTurn = takeTurns(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await endTurn();
    giveUpOnSilence(strapi);
  },
};
