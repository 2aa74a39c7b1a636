import type { Core } from '@strapi/strapi';

import type { State } from '../../../shared/states';
import { flawOf } from '../domain/audit';
import { isEnvironmentChain, readChains } from '../store/audit';
import { snapshot } from '../store/database';
import type { Db } from '../store/database';
import { readStates } from '../store/licenses';

const PAGE = 1000;

export interface Verification {
  entries: number;
  chains: number;
  /** The first entry, in the order of licenses and then of time, that does not hold; null if all do. */
  broken: {
    entryId: number | null;
    licenseId: string;
    action: string | null;
    reason: string;
  } | null;
}

interface Head {
  id: number;
  licenseId: string;
  action: string;
  hash: string;
  to: State | null;
}

const brokenAt = (head: Head, reason: string): Verification['broken'] => ({
  entryId: head.id,
  licenseId: head.licenseId,
  action: head.action,
  reason,
});

const endFlaw = (head: Head, state: State | null): string | undefined =>
  state === head.to
    ? undefined
    : `it ends in ${head.to ?? 'deletion'}, but the license is ${state ?? 'gone'}`;

/** All entries, chain by chain. */
async function* entriesOf(db: Db) {
  let after: { licenseId: string; id: number } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof readChains>> = await readChains(db, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) {
      return;
    }
    after = { licenseId: last.entry.licenseId, id: last.id };
  }
}

const verifyChains = async (db: Db): Promise<Verification> => {
  const result: Verification = { entries: 0, chains: 0, broken: null };
  const states = await readStates(db);
  const finish = (head: Head): Verification['broken'] => {
    if (isEnvironmentChain(head.licenseId)) {
      return null;
    }
    const flaw = endFlaw(head, states.get(head.licenseId) ?? null);
    states.delete(head.licenseId);
    return flaw === undefined ? null : brokenAt(head, flaw);
  };

  let head: Head | null = null;
  for await (const { id, entry } of entriesOf(db)) {
    const previous: Head | null = head?.licenseId === entry.licenseId ? head : null;
    const ended = head && !previous ? finish(head) : null;
    if (ended) {
      return { ...result, broken: ended };
    }
    head = { id, licenseId: entry.licenseId, action: entry.action, hash: entry.hash, to: entry.to };
    const flaw = flawOf(entry, previous?.hash ?? null);
    if (flaw) {
      return { ...result, broken: brokenAt(head, flaw) };
    }
    result.entries += 1;
    result.chains += previous ? 0 : 1;
  }
  const ended = head && finish(head);
  const [unrecorded] = states.keys();
  if (ended ?? unrecorded === undefined) {
    return { ...result, broken: ended };
  }
  const reason = 'the license has no entries at all';
  return {
    ...result,
    broken: { entryId: null, licenseId: unrecorded, action: null, reason },
  };
};

/** Checks the audit trail against itself and against the licenses. */
export const audit = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Follows every license's chain from its first entry. A chain must also end in the state that its license
   * has, so that neither entries cut off its end nor a state written past the use cases go unseen.
   */
  verify: async (): Promise<Verification> => snapshot({ strapi }, verifyChains),
});
