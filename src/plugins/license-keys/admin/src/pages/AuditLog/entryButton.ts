/** The button that opens an entry: it gets the focus back. */
export const entryButton = (id: number | string): string => `audit-entry-${id}`;
