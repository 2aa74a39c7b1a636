import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { ImportItem, ImportMapping, ImportReport } from '../../../../../shared/imports';
import type { JobItem } from '../../../../../shared/jobs';
import { Figures } from '../../../components/Figures';
import { Notice } from '../../../components/Notice';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import { useStartLicenseKeyImportMutation } from '../../../services/imports';
import { CancelButton } from '../CancelButton';
import { StepHeading } from '../StepHeading';
import { NO_FILE, type UpdateImport } from '../useImportAddress';

import { BackButton } from './BackButton';
import { ProblemTable, SHOWN, type Problem } from './ProblemTable';

interface CheckReportProps {
  file: ImportItem;
  mapping: ImportMapping;
  counts: Omit<ImportReport, 'problems'>;
  /** The first lines that would be refused. */
  problems: readonly Problem[];
  isSaving?: boolean;
  /** Saves all of them. */
  onSave: () => void;
  update: UpdateImport;
}

/** What the file would do. From here it is carried out. */
export const CheckReport = (props: CheckReportProps) => {
  const { file, mapping, counts, problems, isSaving = false, onSave, update } = props;
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [start] = useStartLicenseKeyImportMutation();
  const { submit, isSending, refusal } = useSubmit<JobItem>({
    onAnswer: ({ id }) => {
      update({ ...NO_FILE, job: String(id) }, { replace: true });
    },
  });
  const { succeeded, unchanged, refused, total } = counts;

  return (
    <>
      <StepHeading>{t('import.check.title', { succeeded, total })}</StepHeading>
      <Figures
        figures={[
          { label: t(`import.check.${file.kind}`), value: succeeded },
          { label: t('import.check.unchanged'), value: unchanged },
          { label: t('import.check.refused'), value: refused },
        ]}
      />
      {refused > 0 && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <Typography textColor="neutral600">
              {t('import.problems.shown', { shown: Math.min(SHOWN, problems.length), refused })}
            </Typography>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Download />}
              loading={isSaving}
              onClick={onSave}
            >
              {t('import.problems.save')}
            </Button>
          </Flex>
          <ProblemTable problems={problems} columns={file.columns} mapping={mapping} />
        </Flex>
      )}
      {succeeded === 0 && <Notice tone="primary">{t('import.check.nothing')}</Notice>}
      {refusal.error && (
        <Notice tone="danger" role="alert">
          {errorMessage(refusal.error)}
        </Notice>
      )}
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <CancelButton file={file.id} update={update} />
        <Flex gap={2}>
          <BackButton update={update} />
          <Button
            disabled={succeeded === 0}
            loading={isSending}
            onClick={() => void submit(() => start({ id: file.id, mapping }))}
          >
            {t('import.commit', { count: succeeded })}
          </Button>
        </Flex>
      </Flex>
    </>
  );
};
