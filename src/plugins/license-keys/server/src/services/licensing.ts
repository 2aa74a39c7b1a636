import type { Core } from '@strapi/strapi';

import type { SuccessCode } from '../../../shared/codes';
import { auditRecord } from '../domain/audit';
import { decideAction } from '../domain/change';
import type { Change } from '../domain/change';
import type { Activation, Actor } from '../domain/types';
import { judge } from '../domain/verdict';
import type { Question, Reason, Subject } from '../domain/verdict';
import { answerRefused, notFound, orThrow } from '../errors';
import { endActivations, findActivation, insertActivation } from '../store/activations';
import type { NewActivation } from '../store/activations';
import { appendAudit } from '../store/audit';
import { connection, transaction } from '../store/database';
import type { Db } from '../store/database';
import { lockLicense, readSubject } from '../store/licenses';
import type { LockedLicense } from '../store/licenses';
import { carryOut } from './changes';
import { settings } from './settings';
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

  const readLocked = async (db: Db, input: KeyInput & { fingerprint: string }) => {
    const locked = await lockLicense(db, input);
    const subject = locked && (await readSubject(db, input));
    if (!subject) {
      throw notFound();
    }
    return { locked, subject };
  };

  /** The step that an activation is: from `assigned` it moves the license, later it only adds a device. */
  const activationStep = (
    { license, validity }: LockedLicense,
    device: Activation,
    now: Date
  ): Change => {
    const moved = orThrow(decideAction(license, 'activate', {}, { now, graceDays, validity }));
    const changes = { activation: { before: null, after: deviceOf(device) } };
    return moved
      ? { ...moved, fields: { ...moved.fields, firstActivatedAt: now }, changes }
      : { action: 'activate', from: license.state, to: license.state, fields: {}, changes };
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
        const { locked, subject } = await readLocked(db, input);
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
        const activation = await insertActivation(db, locked.license.id, device, now);
        const { state } = await carryOut(
          db,
          locked.license,
          [activationStep(locked, activation, now)],
          { actor, now }
        );
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
        const { locked, subject } = await readLocked(db, { environment, key, fingerprint });
        const now = new Date();
        const device = await findActivation(db, locked.license.id, fingerprint);
        if (!device) {
          throw answerRefused('ACTIVATION_NOT_FOUND');
        }
        if (device.deactivatedAt) {
          return { code: 'ALREADY_DEACTIVATED', subject, now };
        }
        await endActivations(db, { id: device.id }, 'customer', now);
        const { state } = locked.license;
        const step: Change = {
          action: 'deactivate',
          from: state,
          to: state,
          fields: {},
          changes: { activation: { before: deviceOf(device), after: null } },
        };
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

const deviceOf = ({ documentId, fingerprint, name, platform }: Activation) => ({
  id: documentId,
  fingerprint,
  name,
  platform,
});
