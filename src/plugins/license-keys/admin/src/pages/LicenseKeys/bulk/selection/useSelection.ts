import { useState } from 'react';

import { MAX_BULK_SELECTION, type BulkSelection } from '../../../../../../shared/bulk';
import type { LicenseListQuery } from '../../../../../../shared/list';
import type { LicensePage } from '../../../../services/licenses';

/** documentIds; or all that match, also those on other pages. */
type Picked = readonly string[] | 'all';

const NOTHING: readonly string[] = [];

/** What the licenses are picked from; in which order and on which page they stand is no matter. */
const scopeOf = (query: LicenseListQuery) => {
  const { environment, sort, page, pageSize, ...filter } = query;
  return { filter, name: JSON.stringify([environment, filter]) };
};

/** Which licenses are selected: it outlasts turning the page, but not another filter or environment. */
export const useSelection = (query: LicenseListQuery, answer: LicensePage | undefined) => {
  const { filter, name: scope } = scopeOf(query);
  const [picked, setPicked] = useState<Picked>(NOTHING);
  const [seenScope, setSeenScope] = useState(scope);
  if (scope !== seenScope) {
    setSeenScope(scope);
    setPicked(NOTHING);
  }

  // While the next list is on its way, the page still shows the rows of the last one.
  const isCurrent = answer !== undefined && scopeOf(answer.query).name === scope;
  const total = isCurrent ? answer.meta.pagination.total : 0;
  const page = isCurrent ? answer.data.map(({ documentId }) => documentId) : [];

  const isAll = picked === 'all';
  const ids = isAll ? page : picked;
  const pick = (next: Iterable<string>) => {
    setPicked([...new Set(next)].slice(0, MAX_BULK_SELECTION));
  };

  return {
    isAll,
    total,
    count: isAll ? total : picked.length,
    isFull: !isAll && picked.length >= MAX_BULK_SELECTION,
    selection: (isAll ? { filter } : { ids: [...picked] }) satisfies BulkSelection,
    page: { size: page.length, selected: page.filter((id) => ids.includes(id)).length },

    has: (id: string): boolean => isAll || picked.includes(id),

    /** Taking one out of all that match leaves the others of its page. */
    toggle: (id: string): void => {
      pick(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
    },

    togglePage: (isSelected: boolean): void => {
      if (isSelected) pick([...ids, ...page]);
      else pick(isAll ? NOTHING : picked.filter((id) => !page.includes(id)));
    },

    selectAll: (): void => {
      setPicked('all');
    },

    clear: (): void => {
      setPicked(NOTHING);
    },
  };
};

export type Selection = ReturnType<typeof useSelection>;
