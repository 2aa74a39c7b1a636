import type { Core } from '@strapi/strapi';

import type { Actor } from '../domain/types';
import { addressOf } from '../http';

export const SYSTEM: Actor = { type: 'system', id: null, name: null, ip: null, requestId: null };

interface Credentials {
  id?: number | string;
  name?: string;
  firstname?: string | null;
  lastname?: string | null;
  email?: string;
}

interface RequestState {
  auth?: { strategy?: { name?: string }; credentials?: Credentials };
  user?: Credentials;
  requestId?: string;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

const fullName = ({ firstname, lastname, email }: Credentials): string | null =>
  [firstname, lastname].filter(Boolean).join(' ') || (email ?? null);

/** Whoever the current request comes from, as far as it is known; the system outside of requests. */
export const actor = ({ strapi }: { strapi: Core.Strapi }) => ({
  current(): Actor {
    const ctx = strapi.requestContext.get();
    if (!ctx) {
      return SYSTEM;
    }
    const state = ctx.state as RequestState;
    const origin = { ip: addressOf(ctx), requestId: text(state.requestId) };
    const strategy = state.auth?.strategy?.name;
    const credentials = state.auth?.credentials;
    if (strategy === 'admin' || strategy === 'admin-token') {
      const user = state.user ?? credentials ?? {};
      return { type: 'admin', id: text(user.id), name: fullName(user), ...origin };
    }
    if (strategy === 'content-api-token' || strategy === 'api-token') {
      return {
        type: 'api-token',
        id: text(credentials?.id),
        name: credentials?.name ?? null,
        ...origin,
      };
    }
    return { type: 'public', id: null, name: null, ...origin };
  },
});
