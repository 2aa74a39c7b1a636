import fc from 'fast-check';

import {
  auditRecord,
  flawOf,
  seal,
  type AuditEntry,
  type AuditRecord,
} from '../../src/plugins/license-keys/server/src/domain/audit';
import { canonicalJson } from '../../src/plugins/license-keys/server/src/domain/json';
import type { Actor } from '../../src/plugins/license-keys/server/src/domain/types';
import { NOW } from '../support/domain';
import { ALL_STATES } from '../support/states';

const CHANGED = 'changed';
const MOVED = 'moved';

const maybe = fc.option(fc.string());
const state = fc.option(fc.constantFrom(...ALL_STATES));
const json = fc.jsonValue({ maxDepth: 1 });
const change = fc.record({ before: json, after: json });

const records: fc.Arbitrary<AuditRecord> = fc.record({
  action: fc.constantFrom('create', 'edit', 'revoke', 'deactivate', 'delete'),
  licenseId: fc.string(),
  keyPrefix: fc.string(),
  environment: fc.string(),
  actorType: fc.constantFrom('admin', 'api-token', 'customer', 'system', 'public'),
  actorId: maybe,
  actorName: maybe,
  from: state,
  to: state,
  changes: fc.dictionary(fc.string(), change),
  ip: maybe,
  requestId: maybe,
  occurredAt: fc.date({ noInvalidDate: true }),
});
const FIELDS = [
  'action',
  'licenseId',
  'keyPrefix',
  'environment',
  'actorType',
  'actorId',
  'actorName',
  'from',
  'to',
  'changes',
  'ip',
  'requestId',
  'occurredAt',
] as const satisfies (keyof AuditRecord)[];

const chainOf = (list: readonly AuditRecord[]): AuditEntry[] => {
  const chain: AuditEntry[] = [];
  for (const record of list) chain.push(seal(record, chain.at(-1)?.hash ?? null));
  return chain;
};

const flawsOf = (chain: readonly AuditEntry[]) =>
  chain.map((entry, index) => flawOf(entry, chain[index - 1]?.hash ?? null));

describe('a sealed entry', () => {
  it('has the SHA-256 of its content and of the hash before it', () => {
    fc.assert(
      fc.property(records, maybe, (record, previousHash) => {
        const { hash, previousHash: stated, ...content } = seal(record, previousHash);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
        expect(stated).toBe(previousHash);
        expect(content).toEqual(record);
      })
    );
  });

  it('is intact as it is, and as a database gives it back', () => {
    fc.assert(
      fc.property(records, maybe, (record, previousHash) => {
        const entry = seal(record, previousHash);
        const changes = JSON.parse(JSON.stringify(entry.changes)) as AuditRecord['changes'];
        expect(flawOf(entry, previousHash)).toBeUndefined();
        expect(flawOf({ ...entry, changes }, previousHash)).toBeUndefined();
      })
    );
  });

  it.each(FIELDS)('shows that its %s was changed', (field) => {
    fc.assert(
      fc.property(records, records, maybe, (record, other, previousHash) => {
        fc.pre(canonicalJson(record[field]) !== canonicalJson(other[field]));
        const forged = { ...seal(record, previousHash), [field]: other[field] };
        expect(flawOf(forged, previousHash)).toBe(CHANGED);
      })
    );
  });

  it('shows that its hash was changed', () => {
    fc.assert(
      fc.property(records, fc.string(), (record, hash) => {
        expect(flawOf({ ...seal(record, null), hash }, null)).toBe(CHANGED);
      })
    );
  });

  it('shows that it follows another entry', () => {
    fc.assert(
      fc.property(records, fc.string(), fc.option(fc.string()), (record, before, claimed) => {
        fc.pre(before !== claimed);
        expect(flawOf(seal(record, before), claimed)).toBe(MOVED);
      })
    );
  });
});

describe('a chain', () => {
  const lists = fc.array(records, { minLength: 2, maxLength: 6 });
  const places = fc.nat({ max: 100 });

  it('is intact as it was written', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(flawsOf(chainOf(list)).filter(Boolean)).toEqual([]);
      })
    );
  });

  it('breaks after an entry that was removed', () => {
    fc.assert(
      fc.property(lists, places, (list, place) => {
        const chain = chainOf(list);
        const removed = place % (chain.length - 1);
        const flaws = flawsOf(chain.toSpliced(removed, 1));
        expect(flaws.findIndex(Boolean)).toBe(removed);
      })
    );
  });

  it('breaks where two entries changed places', () => {
    fc.assert(
      fc.property(lists, places, (list, place) => {
        const chain = chainOf(list);
        const first = place % (chain.length - 1);
        const [a, b] = chain.slice(first, first + 2) as [AuditEntry, AuditEntry];
        const flaws = flawsOf(chain.toSpliced(first, 2, b, a));
        expect(flaws.findIndex(Boolean)).toBe(first);
      })
    );
  });

  it('breaks after an entry that was forged and sealed anew', () => {
    fc.assert(
      fc.property(lists, places, (list, place) => {
        const chain = chainOf(list);
        const forged = place % (chain.length - 1);
        const resealed = list
          .slice(forged, forged + 1)
          .map((record) =>
            seal({ ...record, action: 'activate' }, chain[forged - 1]?.hash ?? null)
          );
        const flaws = flawsOf(chain.toSpliced(forged, 1, ...resealed));
        expect(flaws.findIndex(Boolean)).toBe(forged + 1);
      })
    );
  });
});

describe('a record', () => {
  const license = { documentId: 'license-1', key: 'SECRET12-REST-OF-KEY', environment: 'staging' };
  const actor: Actor = { type: 'admin', id: '7', name: 'Ada', ip: '127.0.0.1', requestId: 'r-1' };
  const step = { action: 'suspend', from: 'active', to: 'suspended', changes: {} } as const;

  it('says who did what to which license, from where and when', () => {
    expect(auditRecord(license, step, actor, NOW)).toEqual({
      action: 'suspend',
      licenseId: 'license-1',
      keyPrefix: 'SECRET12',
      environment: 'staging',
      actorType: 'admin',
      actorId: '7',
      actorName: 'Ada',
      from: 'active',
      to: 'suspended',
      changes: {},
      ip: '127.0.0.1',
      requestId: 'r-1',
      occurredAt: NOW,
    });
  });

  it('keeps the reason with the changes', () => {
    expect(auditRecord(license, step, actor, NOW, 'Shared in a forum').changes).toEqual({
      reason: { before: null, after: 'Shared in a forum' },
    });
  });

  it('has no more of the key than 8 characters', () => {
    const text = JSON.stringify(seal(auditRecord(license, step, actor, NOW), null));

    expect(text).toContain('SECRET12');
    expect(text).not.toContain('SECRET12-');
  });
});
