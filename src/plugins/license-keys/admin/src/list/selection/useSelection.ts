import { useState } from 'react';

import { MAX_BULK_SELECTION } from '../../../../shared/bulk';
import type { AnsweredPage } from '../useListAnswer';

/** documentIds; or all that match, also those on other pages. */
type Picked = readonly string[] | 'all';

const NOTHING: readonly string[] = [];

const ALL = 'all';

const idsOf = (rows: readonly { documentId: string }[]): string[] =>
  rows.map(({ documentId }) => documentId);

/** What something is done to. */
export interface Selected<Filter> {
  selection: { filter: Filter } | { ids: string[] };
  count: number;
}

export interface Selection<Filter = unknown> extends Selected<Filter> {
  isAll: boolean;
  /** How many match. */
  total: number;
  /** No further one can be selected by itself. */
  isFull: boolean;
  /** How the address of a dialog says what is selected… */
  address: string;
  /** …and what an address says; undefined until the list has answered, and where nothing is. */
  at: (address: string) => Selected<Filter> | undefined;
  page: { size: number; selected: number };
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  togglePage: (isSelected: boolean) => void;
  selectAll: () => void;
  clear: () => void;
}

/**
 * Which rows are selected: it outlasts turning the page, but not another filter or environment. A row that leaves
 * the page while it is shown is no longer selected. It may be on another page now, pushed there by new rows: to
 * select it again is one click, while to revoke one that has left the list is for good.
 */
export const useSelection = <Query extends { environment: string }, Filter>(
  query: Query,
  answer: AnsweredPage<{ documentId: string }, Query> | undefined,
  filterIn: (query: Query) => Filter
): Selection<Filter> => {
  /** What the rows are picked from; in which order and on which page they stand is no matter. */
  const scopeOf = (asked: Query): string => JSON.stringify([asked.environment, filterIn(asked)]);
  const scope = scopeOf(query);
  const [picked, setPicked] = useState<Picked>(NOTHING);
  const [seenScope, setSeenScope] = useState(scope);
  if (scope !== seenScope) {
    setSeenScope(scope);
    setPicked(NOTHING);
  }

  const [seenAnswer, setSeenAnswer] = useState(answer);
  if (answer && answer !== seenAnswer) {
    setSeenAnswer(answer);
    if (seenAnswer && JSON.stringify(seenAnswer.query) === JSON.stringify(answer.query)) {
      const here = idsOf(answer.data);
      const gone = idsOf(seenAnswer.data).filter((id) => !here.includes(id));
      setPicked((current) =>
        current === 'all' ? current : current.filter((id) => !gone.includes(id))
      );
    }
  }

  // While the next list is on its way, the page still shows the rows of the last one.
  const isCurrent = answer !== undefined && scopeOf(answer.query) === scope;
  const total = isCurrent ? answer.meta.pagination.total : 0;
  const page = isCurrent ? idsOf(answer.data) : [];

  const isAll = picked === 'all';
  const ids = isAll ? page : picked;
  const pick = (next: Iterable<string>) => {
    setPicked([...new Set(next)].slice(0, MAX_BULK_SELECTION));
  };

  const selected = (which: Picked): Selected<Filter> =>
    which === 'all'
      ? { selection: { filter: filterIn(query) }, count: total }
      : { selection: { ids: [...which] }, count: which.length };

  return {
    ...selected(picked),
    isAll,
    total,
    isFull: !isAll && picked.length >= MAX_BULK_SELECTION,
    page: { size: page.length, selected: page.filter((id) => ids.includes(id)).length },

    address: isAll ? ALL : picked.join('.'),
    at: (address) => {
      const found = selected(address === ALL ? ALL : address.split('.').filter(Boolean));
      return found.count > 0 ? found : undefined;
    },

    has: (id) => isAll || picked.includes(id),

    /** Taking one out of all that match leaves the others of its page. */
    toggle: (id) => {
      pick(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
    },

    togglePage: (isSelected) => {
      if (isSelected) pick([...ids, ...page]);
      else pick(isAll ? NOTHING : picked.filter((id) => !page.includes(id)));
    },

    selectAll: () => {
      setPicked('all');
    },

    clear: () => {
      setPicked(NOTHING);
    },
  };
};
