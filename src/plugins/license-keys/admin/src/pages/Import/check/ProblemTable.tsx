import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ImportLine, ImportMapping } from '../../../../../shared/imports';
import { useReasonText } from '../../../hooks/useReasonText';
import { useTranslate } from '../../../i18n/useTranslate';
import { RecordTable, type Column } from '../../../list/RecordTable';

/** A line that is refused, of a report or of a job. */
export type Problem = Pick<ImportLine, 'code' | 'field' | 'keyPrefix' | 'message'> & {
  line: number | null;
};

interface ProblemTableProps {
  problems: readonly Problem[];
  /** The file's header. */
  columns: readonly string[];
  mapping: ImportMapping;
}

/** Lines that are shown; the file has all of them. */
export const SHOWN = 20;

export const ProblemTable = ({ problems, columns: names, mapping }: ProblemTableProps) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const reasonText = useReasonText();
  const columnOf = (field: string | null): string => {
    const column = Object.entries(mapping).find(([mapped]) => mapped === field)?.[1];
    return (column === undefined ? field : names[column]) ?? '—';
  };

  const columns: Column<Problem>[] = [
    {
      name: 'line',
      head: t('import.problems.line'),
      cell: ({ line }) => line !== null && formatNumber(line),
    },
    {
      name: 'column',
      head: t('import.problems.column'),
      cell: ({ field }) => (
        <Typography ellipsis maxWidth="16rem" title={columnOf(field)}>
          {columnOf(field)}
        </Typography>
      ),
    },
    {
      name: 'message',
      head: t('import.problems.message'),
      cell: (problem) => (
        <Box minWidth="24rem" style={{ whiteSpace: 'normal' }}>
          <Typography>{reasonText(problem)}</Typography>
        </Box>
      ),
    },
  ];

  return (
    <RecordTable
      label={t('import.problems.title')}
      columns={columns}
      items={problems.slice(0, SHOWN)}
      keyOf={({ line }) => line ?? 0}
    />
  );
};
