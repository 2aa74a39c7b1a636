import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { LicenseError } from '../errors';
import { settings } from './settings';

/** How long an administrator who gave the password may preview, in milliseconds. */
const LIFETIME = 5 * 60 * 1000;
const ATTEMPTS = { points: 5, duration: 60 };

export interface AdminUser {
  id: number | string;
  password?: string | null;
}

interface AuthService {
  validatePassword: (password: string, hash: string) => Promise<boolean>;
}

/** Asks an administrator's password again before a license is previewed. */
export const preview = ({ strapi }: { strapi: Core.Strapi }) => {
  const attempts = new RateLimiterMemory({ ...ATTEMPTS, keyPrefix: 'license-keys:preview' });

  // Every instance has the same secret, so a token of one is good on all.
  const sign = (userId: string, until: number): string =>
    createHmac('sha256', strapi.config.get<string>('admin.auth.secret'))
      .update(`license-keys preview ${userId} ${String(until)}`)
      .digest('base64url');

  const takeAttempt = async (userId: string): Promise<void> => {
    try {
      await attempts.consume(userId);
    } catch (result) {
      const seconds = result instanceof RateLimiterRes ? Math.ceil(result.msBeforeNext / 1000) : 60;
      throw new LicenseError({
        code: 'RATE_LIMITED',
        message: `Too many attempts. Try again in ${String(seconds)} seconds.`,
        status: 429,
      });
    }
  };

  return {
    isRequired: settings({ strapi }).previewPassword,

    /** Exchanges the right password for a token that lasts five minutes. */
    async unlock(userId: number | string, password: string) {
      const id = String(userId);
      await takeAttempt(id);
      const user = (await strapi.db
        .query('admin::user')
        .findOne({ where: { id: userId } })) as AdminUser | null;
      const { validatePassword } = strapi.service('admin::auth') as unknown as AuthService;
      if (!user?.password || !(await validatePassword(password, user.password))) {
        throw new errors.ValidationError('The password is not right.', {
          errors: [
            { path: ['password'], message: 'The password is not right.', name: 'ValidationError' },
          ],
        });
      }
      await attempts.delete(id);
      const until = Date.now() + LIFETIME;
      return { token: `${String(until)}.${sign(id, until)}`, expiresAt: new Date(until) };
    },

    /** Whether a token was given to this administrator and still lasts. */
    isUnlocked(userId: number | string, token: string): boolean {
      const [until = '', signature = ''] = token.split('.');
      const expected = Buffer.from(sign(String(userId), Number(until)));
      const given = Buffer.from(signature);
      return (
        Number(until) > Date.now() &&
        given.length === expected.length &&
        timingSafeEqual(given, expected)
      );
    },
  };
};
