import { Button, Flex, Typography } from '@strapi/design-system';

import type { ImportItem, ImportMapping } from '../../../../../shared/imports';
import { Notice } from '../../../components/Notice';
import { useTranslate } from '../../../i18n/useTranslate';
import { CancelButton } from '../CancelButton';
import { StepHeading } from '../StepHeading';
import type { UpdateImport } from '../useImportAddress';

import { ColumnTable } from './ColumnTable';
import { writeMapping } from './mappingText';
import { missingFields } from './missingFields';

interface ColumnsStepProps {
  file: ImportItem;
  mapping: ImportMapping;
  update: UpdateImport;
}

/** Which column is what. The names suggest it; what nobody maps is left out. */
export const ColumnsStep = ({ file, mapping, update }: ColumnsStepProps) => {
  const t = useTranslate();
  const { columns, id, kind } = file;
  const missing = missingFields(kind, mapping);
  const used = new Set(Object.values(mapping));
  const unused = columns.filter((_name, column) => !used.has(column));

  return (
    <>
      <StepHeading>{t('import.columns.title')}</StepHeading>
      <ColumnTable
        file={file}
        mapping={mapping}
        missing={missing}
        onChange={(next) => {
          update({ mapping: writeMapping(next) }, { replace: true });
        }}
      />
      {unused.length > 0 && (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {t('import.columns.unused', { columns: unused.join(', ') })}
        </Typography>
      )}
      {missing.length > 0 && (
        <Notice tone="warning" role="status">
          {t('import.columns.missing', {
            fields: missing.map((field) => t(`import.field.${field}`)).join(', '),
          })}
        </Notice>
      )}
      <Flex gap={2} justifyContent="space-between">
        <CancelButton file={id} update={update} />
        <Button
          disabled={missing.length > 0}
          onClick={() => {
            update({ mapping: writeMapping(mapping), step: 'check', check: undefined });
          }}
        >
          {t('import.check')}
        </Button>
      </Flex>
    </>
  );
};
