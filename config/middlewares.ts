import type { Core } from '@strapi/strapi';

/** What the plugin's routes take from and tell programs of another origin, past what browsers allow by themselves. */
const cors = {
  headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'Idempotency-Key'],
  expose: [
    'License-Signature',
    'Retry-After',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'Idempotency-Replayed',
  ],
};

const middlewares: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: cors },
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default middlewares;
