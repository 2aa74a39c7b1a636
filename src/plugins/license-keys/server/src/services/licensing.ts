import type { Core } from '@strapi/strapi';
import type { FlattenedJWS } from 'jose';

import type { SuccessCode } from '../../../shared/codes';
import { auditRecord } from '../domain/audit';
import { decideActivation, deactivationOf } from '../domain/devices';
import { offlineClaims } from '../domain/offline-file';
import type { Actor } from '../domain/types';
import { judge, reason } from '../domain/verdict';
import type { Question, Reason, Subject } from '../domain/verdict';
import { answerRefused, notFound, orThrow } from '../errors';
import {
  endActivations,
  findActivation,
  insertActivation,
  readFingerprints,
} from '../store/activations';
import type { NewActivation } from '../store/activations';
import { appendAudit } from '../store/audit';
import { connection, transaction } from '../store/database';
import type { Db } from '../store/database';
import { lockLicense, readSubject } from '../store/licenses';
import { carryOut } from './changes';
import { settings } from './settings';
import type { Signing } from './signing';
import type { LastVerified } from './last-verified';

export interface KeyInput {
  environment: string;
  key: string;
}

export interface Verdict {
  subject: Subject | null;
  reasons: Reason[];
  /** The instant that the verdict is about. */
  now: Date;
}

export interface Outcome {
  code: SuccessCode;
  subject: Subject;
  now: Date;
}

/** What software in the field asks for. Refusals are thrown as `LicenseError` with a public code. */
export const licensing = ({ strapi }: { strapi: Core.Strapi }) => {
  const { graceDays } = settings({ strapi });
  const lastVerified = () => strapi.plugin('license-keys').service<LastVerified>('lastVerified');

  const signing = () => strapi.plugin('license-keys').service<Signing>('signing');

  const readLocked = async (db: Db, input: KeyInput & { fingerprint: string }) => {
    const locked = await lockLicense(db, input);
    const subject = locked && (await readSubject(db, input));
    return subject && { locked, subject };
  };

  const signFile = async (
    subject: Subject | null,
    {
      fingerprint,
      fingerprints,
      ttlHours,
    }: { fingerprint?: string; fingerprints: string[]; ttlHours: number }
  ): Promise<FlattenedJWS> => {
    const now = new Date();
    const [first, ...others] = judge(subject, { purpose: 'validate', fingerprint }, graceDays, now);
    if (!subject || first) {
      throw first ? answerRefused(first.code, [first, ...others]) : notFound();
    }
    const issuer = strapi.config.get<string>('server.absoluteUrl');
    return signing().signClaims(
      offlineClaims(subject, { issuer, fingerprints, ttlHours, graceDays, now })
    );
  };

  return {
    /** Says whether a license may be used now; reads once and writes nothing. */
    async validate({
      environment,
      key,
      ...question
    }: KeyInput & Omit<Question, 'purpose'>): Promise<Verdict> {
      const now = new Date();
      const subject = await readSubject(connection({ strapi }), {
        environment,
        key,
        fingerprint: question.fingerprint,
      });
      const reasons = judge(subject, { purpose: 'validate', ...question }, graceDays, now);
      if (subject?.activation) {
        lastVerified().note(subject.activation, now);
      }
      return { subject, reasons, now };
    },

    /** States what a device may rely on without asking, for at most a day, signed. */
    async offlineFile({
      environment,
      key,
      fingerprint,
      ttlHours,
    }: KeyInput & { fingerprint: string; ttlHours: number }): Promise<FlattenedJWS> {
      const subject = await readSubject(connection({ strapi }), { environment, key, fingerprint });
      return signFile(subject, { fingerprint, fingerprints: [fingerprint], ttlHours });
    },

    /** The same for all devices that are active, as staff hand it to a customer without a network. */
    async offlineFileForAll({
      environment,
      key,
      ttlHours,
    }: KeyInput & { ttlHours: number }): Promise<FlattenedJWS> {
      const db = connection({ strapi });
      const subject = await readSubject(db, { environment, key });
      const fingerprints = subject ? await readFingerprints(db, subject.license.id) : [];
      return signFile(subject, { fingerprints, ttlHours });
    },

    /** Gives a device a slot; the same device again keeps the one it has. */
    async activate({
      environment,
      key,
      product,
      device,
      actor,
    }: KeyInput & {
      product?: string | undefined;
      device: NewActivation;
      actor: Actor;
    }): Promise<Outcome> {
      const input = { environment, key, fingerprint: device.fingerprint };
      return transaction({ strapi }, async (db) => {
        const found = await readLocked(db, input);
        if (!found) {
          throw answerRefused('NOT_FOUND', [reason('NOT_FOUND')]);
        }
        const { locked, subject } = found;
        const now = new Date();
        const [first, ...others] = judge(
          subject,
          { purpose: 'activate', product, fingerprint: device.fingerprint },
          graceDays,
          now
        );
        if (first) {
          throw answerRefused(first.code, [first, ...others]);
        }
        if (subject.activation) {
          return { code: 'ALREADY_ACTIVATED', subject, now };
        }
        const { license } = locked;
        const activation = await insertActivation(db, license.id, device, now);
        const step = orThrow(decideActivation(license, activation, { now, graceDays }));
        const { state } = await carryOut(db, license, [step], { actor, now });
        return {
          code: 'ACTIVATED',
          now,
          subject: {
            ...subject,
            license: { ...subject.license, state },
            activation,
            activationCount: subject.activationCount + 1,
          },
        };
      });
    },

    /** Frees the slot of a device; in any state, so that a seat can always be given back. */
    async deactivate({
      environment,
      key,
      fingerprint,
      actor,
    }: KeyInput & { fingerprint: string; actor: Actor }): Promise<Outcome> {
      return transaction({ strapi }, async (db) => {
        const found = await readLocked(db, { environment, key, fingerprint });
        if (!found) {
          throw notFound();
        }
        const { locked, subject } = found;
        const now = new Date();
        const device = await findActivation(db, locked.license.id, fingerprint);
        if (!device) {
          throw answerRefused('ACTIVATION_NOT_FOUND');
        }
        if (device.deactivatedAt) {
          return { code: 'ALREADY_DEACTIVATED', subject, now };
        }
        await endActivations(db, { id: device.id }, 'customer', now);
        const step = deactivationOf(locked.license, device);
        await appendAudit(db, [auditRecord(locked.license, step, actor, now)]);
        return {
          code: 'DEACTIVATED',
          now,
          subject: {
            ...subject,
            activation: null,
            activationCount: subject.activationCount - 1,
          },
        };
      });
    },
  };
};
