import type { PageContext } from '../../../shared/list';

/** The installation's own switch; what a server does not mention is on. */
export const isOffered = ({
  globalSearch = true,
}: PageContext['data'] & { globalSearch?: boolean }): boolean => globalSearch;
