import type { JobItem } from './jobs';
import type { KeyFormat, KeyType } from './key-format';
import type { JsonRecord, Validity } from './license';
import { SORT_ORDERS } from './list';
import type { SortOrder } from './list';

export const GENERATOR_SORT_FIELDS = [
  'name',
  'type',
  'product',
  'generatedCount',
  'active',
  'createdAt',
] as const;
export type GeneratorSortField = (typeof GENERATOR_SORT_FIELDS)[number];

export interface GeneratorSort {
  field: GeneratorSortField;
  order: SortOrder;
}

export const DEFAULT_GENERATOR_SORT = { field: 'name', order: 'asc' } as const;

/** Reads `field:order`; anything that is not on the list is undefined. */
export const parseGeneratorSort = (value: unknown): GeneratorSort | undefined => {
  const [name, direction, ...rest] = String(value).split(':');
  const field = GENERATOR_SORT_FIELDS.find((candidate) => candidate === name);
  const order = SORT_ORDERS.find((candidate) => candidate === direction?.toLowerCase());
  return field && order && rest.length === 0 ? { field, order } : undefined;
};

/** Query of `GET /license-keys/generators`. */
export interface GeneratorListQuery {
  environment: string;
  /** Text to be found in the generator's or the product's name. */
  _q?: string;
  /** documentId of a product. */
  product?: string;
  type?: KeyType;
  active?: 'true' | 'false';
  /** `field:asc` or `field:desc`. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

/** `GET /license-keys/generators` answers a `Paged` of these. */
export interface GeneratorListItem {
  documentId: string;
  name: string;
  environment: string;
  type: KeyType;
  product: { documentId: string; name: string; active: boolean };
  /** Licenses that it has ever made, deleted ones included. */
  generatedCount: number;
  /** It makes licenses only while it and its product are active. */
  active: boolean;
  createdAt: string;
}

/** What a format is without its type, as the generator keeps it. */
export type FormatOptions = Omit<KeyFormat, 'type'>;

/** What new licenses start with. */
export interface GeneratorDefaults {
  /** −1 is unlimited. */
  activationLimit: number;
  validity: Validity;
  features: JsonRecord;
  metadata: JsonRecord;
}

/** Answer of `GET /license-keys/generators/:documentId`, as `{ data }`. */
export interface GeneratorDetail extends GeneratorListItem, GeneratorDefaults {
  format: FormatOptions;
  /** Licenses of it that exist: they stay when it is deleted. */
  licenseCount: number;
  /** Changes with every edit; an edit says which one it was made on. */
  version: string;
}

/** Body of `POST /license-keys/generators`, which answers `{ data: GeneratorDetail }` (201). */
export interface CreateGeneratorBody extends Partial<GeneratorDefaults> {
  environment: string;
  name: string;
  /** documentId. */
  product: string;
  type: KeyType;
  format?: FormatOptions;
  active?: boolean;
}

/**
 * Body of `PUT /license-keys/generators/:documentId`; what is absent stays. Environment, product and type never
 * change. `POST …/:documentId/activate` and `…/deactivate` take no body and answer the same.
 */
export interface EditGeneratorBody extends Partial<GeneratorDefaults> {
  version: string;
  name?: string;
  format?: FormatOptions;
}

/** Body of `POST /license-keys/generators/preview`: nothing is kept of it. */
export interface FormatPreviewBody {
  environment: string;
  type: KeyType;
  format?: FormatOptions;
}

/** A format that is not allowed is refused with `INVALID_FORMAT`; `details.bits` says where it is only too weak. */
export interface FormatPreview {
  data: {
    samples: string[];
    /** Of entropy; `MIN_ENTROPY_BITS` at least, under `GOOD_ENTROPY_BITS` the page warns. */
    bits: number;
    /** How many different keys the format can make, as a decimal number. */
    supply: string;
  };
}

/** Answer of `GET /license-keys/key-functions`: names of the configured functions, for `format.function`. */
export interface KeyFunctions {
  data: { name: string; bits: number }[];
}

export const MAX_GENERATED = 100_000;
/** Up to so many licenses the answer waits for them; more are a job. */
export const MAX_GENERATED_AT_ONCE = 1000;

/** Body of `POST /license-keys/generators/:documentId/generate`. */
export interface GenerateBody {
  /** 1 to `MAX_GENERATED`. */
  count: number;
}

/** 201 with the licenses, or 202 with the job that makes them; its licenses are those of the list's filter `job`. */
export interface GenerateAnswer {
  data:
    | { licenses: { documentId: string; key: string }[]; job: null }
    | { licenses: null; job: JobItem };
}
