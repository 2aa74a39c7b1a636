import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import {
  fieldsOf,
  type ImportField,
  type ImportItem,
  type ImportMapping,
} from '../../../../../shared/imports';
import { useTranslate } from '../../../i18n/useTranslate';
import { RecordTable, type Column } from '../../../list/RecordTable';

import { isRequired } from './missingFields';

interface ColumnTableProps {
  file: ImportItem;
  mapping: ImportMapping;
  /** Fields that need a column still. */
  missing: readonly ImportField[];
  onChange: (mapping: ImportMapping) => void;
}

/** The select knows no empty value; columns are called by their number. */
const NONE = 'none';

export const ColumnTable = ({ file, mapping, missing, onChange }: ColumnTableProps) => {
  const t = useTranslate();
  const { columns: names, kind, samples } = file;

  const nameOf = (column: number): string => {
    const name = names[column] ?? '';
    return name === '' ? t('import.columns.unnamed', { number: column + 1 }) : name;
  };

  const samplesOf = (field: ImportField): string => {
    const column = mapping[field];
    return column === undefined
      ? ''
      : samples
          .map((cells) => cells[column]?.trim() ?? '')
          .filter((sample) => sample !== '')
          .join(' · ');
  };

  const columns: Column<ImportField>[] = [
    {
      name: 'field',
      head: t('import.columns.field'),
      cell: (field) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{t(`import.field.${field}`)}</Typography>
          {isRequired(kind, field) && (
            <Typography variant="pi" textColor="neutral600">
              {t('import.columns.required')}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      name: 'column',
      head: t('import.columns.column'),
      cell: (field) => (
        <Box minWidth="18rem">
          <SingleSelect
            size="S"
            aria-label={t(`import.field.${field}`)}
            hasError={missing.includes(field)}
            value={mapping[field] === undefined ? NONE : String(mapping[field])}
            onChange={(picked) => {
              const { [field]: _before, ...others } = mapping;
              onChange(picked === NONE ? others : { ...others, [field]: Number(picked) });
            }}
          >
            <SingleSelectOption value={NONE}>{t('import.columns.none')}</SingleSelectOption>
            {names.map((_name, column) => (
              <SingleSelectOption key={column} value={String(column)}>
                {nameOf(column)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      ),
    },
    {
      name: 'samples',
      head: t('import.columns.samples'),
      cell: (field) => (
        <Typography
          textColor="neutral600"
          ellipsis
          maxWidth={{ initial: '16rem', large: '40rem' }}
          title={samplesOf(field)}
        >
          {samplesOf(field)}
        </Typography>
      ),
    },
  ];

  return (
    <RecordTable
      label={t('import.columns.title')}
      columns={columns}
      items={fieldsOf(kind)}
      keyOf={(field) => field}
    />
  );
};
