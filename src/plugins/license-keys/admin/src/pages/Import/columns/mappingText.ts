import { fieldsOf, type ImportItem, type ImportMapping } from '../../../../../shared/imports';

/** Of a mapping that has nothing: an empty text would leave the address. */
const NONE = '-';

/** A mapping as it stands in the address. */
export const writeMapping = (mapping: ImportMapping): string =>
  Object.entries(mapping)
    .map(([field, column]) => `${field}:${column}`)
    .join() || NONE;

const PAIR = /^(\w+):(\d+)$/;

/** What is not valid there is not there. */
export const readMapping = (text: string, { kind, columns }: ImportItem): ImportMapping => {
  const pairs = text.split(',').map((pair) => PAIR.exec(pair));
  const columnOf = new Map(pairs.map((pair) => [pair?.[1], Number(pair?.[2])]));
  return Object.fromEntries(
    fieldsOf(kind)
      .map((field) => [field, columnOf.get(field) ?? columns.length] as const)
      .filter(([, column]) => column < columns.length)
  );
};
