import type { LicenseDetail } from '../../../../../../shared/license';

/** Names by documentId, for the entries' references to what the license still refers to. */
export type RelationNames = ReadonlyMap<string, string>;

export const relationNames = ({ product, customer, generator }: LicenseDetail): RelationNames =>
  new Map(
    [product, customer, generator].flatMap((related) =>
      related ? [[related.documentId, related.name] as const] : []
    )
  );
