import type { Changes } from '../domain/change';
import { TABLE } from '../uids';
import type { Db } from './database';

/** What entries refer to by documentId. */
const RELATIONS = ['product', 'customer', 'generator'] as const;
type Relation = (typeof RELATIONS)[number];

const idsIn = (changes: Changes, relation: Relation): string[] =>
  [changes[relation]?.before, changes[relation]?.after].filter((id) => typeof id === 'string');

/** The names of what changes refer to, by documentId. */
export type NamesOf = (changes: Changes) => Record<string, string>;

/** Asks once for all that the entries refer to. */
export const readNames = async (db: Db, all: readonly Changes[]): Promise<NamesOf> => {
  const [first, ...others] = RELATIONS.map((relation) =>
    db(TABLE[relation])
      .whereIn('document_id', [...new Set(all.flatMap((changes) => idsIn(changes, relation)))])
      .select('document_id', 'name')
  );
  const rows = (await first?.unionAll(others)) as { document_id: string; name: string }[];
  const names = new Map(rows.map(({ document_id: id, name }) => [id, name]));
  return (changes) =>
    Object.fromEntries(
      RELATIONS.flatMap((relation) => idsIn(changes, relation)).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [[id, name]];
      })
    );
};
