/** For a POSIX shell, where nothing has a meaning between single quotes but their end. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
