import type { Suggestions } from '../../../shared/license';
import type { State } from '../../../shared/states';
import { NO_FILTERS, type ListParams } from '../pages/LicenseKeys/hooks/listParams';

/** In the order in which they are shown. */
export const SUGGESTION_KINDS = ['page', 'license', 'customer', 'product'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface Suggestion {
  kind: SuggestionKind;
  /** Of a page, its address. */
  documentId: string;
  /** What it is found by. */
  title: string;
  detail?: string | null;
  /** Of a license. */
  state?: State;
}

export const toSuggestions = ({
  licenses,
  customers,
  products,
}: Suggestions['data']): Suggestion[] => [
  ...licenses.map(({ key, customer, ...license }) => ({
    kind: 'license' as const,
    title: key,
    detail: customer,
    ...license,
  })),
  ...customers.map(({ name, email, documentId }) => ({
    kind: 'customer' as const,
    title: name,
    detail: email,
    documentId,
  })),
  ...products.map(({ name, documentId }) => ({
    kind: 'product' as const,
    title: name,
    documentId,
  })),
];

/** What a suggestion makes of the list: one license is found whatever was filtered before. */
export const filterBy = ({ kind, documentId, title }: Suggestion): ListParams => {
  switch (kind) {
    case 'page':
      return {};
    case 'license':
      return { ...NO_FILTERS, _q: title };
    default:
      return { _q: undefined, [kind]: documentId };
  }
};
