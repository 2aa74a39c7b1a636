const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`);

/** Binds to `contains`: the text anywhere, whatever its case. */
export const likePattern = (text: string): string => `%${escapeLike(text.toLowerCase())}%`;

export const contains = (column: string): string => `lower(${column}) LIKE ? ESCAPE '\\'`;
