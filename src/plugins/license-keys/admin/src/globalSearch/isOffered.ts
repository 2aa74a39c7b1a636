import type { PageContext } from '../../../shared/list';

/** The installation's own switch. */
export const isOffered = ({ globalSearch }: PageContext['data']): boolean => globalSearch;
