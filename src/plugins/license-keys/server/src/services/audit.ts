import type { Core } from '@strapi/strapi';

import { isEnvironmentChain } from '../../../shared/audit';
import type { BrokenChain, ChainFlaw, ChainStatus } from '../../../shared/audit';
import { keyPrefix } from '../../../shared/limits';
import { flawOf } from '../domain/audit';
import { findUnrecorded, walkChains } from '../store/audit';
import type { ChainLink, ChainPlace, ChainScope } from '../store/audit';
import { connection } from '../store/database';
import type { Db } from '../store/database';
import { walkAll } from '../store/walk-all';

/** Entries that are in memory at a time. */
const BATCH = 1000;

const REASONS: Record<ChainFlaw, (recorded: string, actual: string) => string> = {
  moved: () => 'it does not follow the entry before it: one was removed, inserted or reordered',
  changed: () => 'its content was changed',
  gap: (recorded, actual) =>
    `it starts from ${actual}, but the entry before it ends in ${recorded}`,
  end: (recorded, actual) => `it ends in ${recorded}, but the license is ${actual}`,
  unrecorded: () => 'the license has no entries at all',
};

const brokenAt = (
  { id, entry, state }: ChainLink,
  flaw: ChainFlaw,
  { recorded, actual }: Pick<BrokenChain, 'recorded' | 'actual'> = {
    recorded: entry.to,
    actual: state,
  }
): BrokenChain => ({
  entryId: id,
  licenseId: entry.licenseId,
  keyPrefix: entry.keyPrefix,
  action: entry.action,
  flaw,
  recorded,
  actual,
  reason: REASONS[flaw](recorded ?? 'deletion', actual ?? 'gone'),
});

/** What is wrong with the last entry of a chain. */
const endFlawOf = ({ entry, state }: ChainLink): 'end' | undefined =>
  isEnvironmentChain(entry.licenseId) || entry.to === state ? undefined : 'end';

/** What is wrong with an entry that is as it was written: it starts from where no entry has led. */
const gapBefore = (
  { entry }: ChainLink,
  previous: ChainLink | null
): 'gap' | 'moved' | undefined => {
  if (isEnvironmentChain(entry.licenseId) || entry.from === (previous?.entry.to ?? null)) {
    return undefined;
  }
  return previous ? 'gap' : 'moved';
};

const unrecordedIn = async (db: Db, scope: ChainScope): Promise<BrokenChain | null> => {
  const license = await findUnrecorded(db, scope);
  return (
    license && {
      entryId: null,
      licenseId: license.documentId,
      keyPrefix: keyPrefix(license.key),
      action: null,
      flaw: 'unrecorded',
      recorded: null,
      actual: license.state,
      reason: REASONS.unrecorded('', ''),
    }
  );
};

/**
 * Each entry is read together with the state of its license, so that whoever changes licenses meanwhile
 * breaks no chain for it.
 */
const verifyChains = async (db: Db, scope: ChainScope): Promise<ChainStatus> => {
  const status = { entries: 0, chains: 0, since: Infinity, verifiedAt: new Date().toISOString() };
  const result = (broken: BrokenChain | null): ChainStatus => ({
    ...status,
    since: status.entries === 0 ? null : new Date(status.since).toISOString(),
    broken,
  });

  let head: ChainLink | null = null;
  const links = walkAll<ChainLink, ChainPlace>((after) => walkChains(db, scope, after, BATCH));
  for await (const link of links) {
    const previous: ChainLink | null = head?.entry.licenseId === link.entry.licenseId ? head : null;
    if (head && !previous && endFlawOf(head)) {
      return result(brokenAt(head, 'end'));
    }
    const flaw = flawOf(link.entry, previous?.entry.hash ?? null);
    if (flaw) {
      return result(brokenAt(link, flaw));
    }
    const gap = gapBefore(link, previous);
    if (gap) {
      const states = { recorded: previous?.entry.to ?? null, actual: link.entry.from };
      return result(brokenAt(link, gap, states));
    }
    status.entries += 1;
    status.chains += previous ? 0 : 1;
    status.since = Math.min(status.since, link.entry.occurredAt.getTime());
    head = link;
  }
  return result(head && endFlawOf(head) ? brokenAt(head, 'end') : await unrecordedIn(db, scope));
};

/** Checks the audit trail against itself and against the licenses. */
export const audit = ({ strapi }: { strapi: Core.Strapi }) => {
  const running = new Map<string, Promise<ChainStatus>>();

  /**
   * Follows chains from their first entries. A chain must also end in the state that its license has, so
   * that neither entries cut off its end nor a state written past the use cases go unseen.
   */
  const verify = async (scope: ChainScope = {}): Promise<ChainStatus> =>
    verifyChains(connection({ strapi }), scope);

  return {
    verify,

    /** Whoever asks while an environment is being verified waits for the same answer. */
    verifyEnvironment(environment: string): Promise<ChainStatus> {
      const verification =
        running.get(environment) ??
        verify({ environment }).finally(() => {
          running.delete(environment);
        });
      running.set(environment, verification);
      return verification;
    },
  };
};
