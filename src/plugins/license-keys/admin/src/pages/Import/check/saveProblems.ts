import type { ImportLine } from '../../../../../shared/imports';
import { saveFile } from '../../../utils/saveFile';

const COLUMNS = ['line', 'keyPrefix', 'code', 'field', 'message'] as const;

/** Quoted; what a spreadsheet would take for a formula is escaped, as in the files of the server. */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** The lines that would be refused as a file, with the byte order mark that spreadsheets need. */
export const saveProblems = (problems: readonly ImportLine[], name: string): void => {
  const rows = problems.map((problem) => COLUMNS.map((column) => cell(problem[column])).join());
  const text = `\uFEFF${[COLUMNS.join(), ...rows, ''].join('\n')}`;
  saveFile(new Blob([text], { type: 'text/csv' }), name);
};
