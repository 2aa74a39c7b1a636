import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { JobItem } from '../../../shared/jobs';
import { EXPORT_FORMATS } from '../../../shared/list';
import { ExportStatus } from '../export/ExportStatus';
import { licenseExport } from '../export/licenseExport';
import { useFileExport } from '../export/useFileExport';
import { useAllowedVerbs } from '../hooks/useAllowedVerbs';
import { useTranslate } from '../i18n/useTranslate';

/** What an export gives: its licenses as they are by now, since no job keeps keys. */
export const JobFile = ({ job }: { job: JobItem }) => {
  const t = useTranslate();
  const { id, environment, succeeded } = job;
  const mayExport = useAllowedVerbs().has('export');
  const { run, isRunning, start, cancel } = useFileExport();
  if (!mayExport) return null;

  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="delta">
        {t('job.file')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {t('job.file.hint', { count: succeeded })}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {EXPORT_FORMATS.map((format) => (
          <Button
            key={format}
            startIcon={<Download />}
            aria-disabled={isRunning}
            onClick={() => {
              start(licenseExport({ environment, filter: { job: id } }, format));
            }}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
        {isRunning && (
          <Button variant="tertiary" onClick={cancel}>
            {t('dialog.cancel')}
          </Button>
        )}
      </Flex>
      {run && <ExportStatus run={run} />}
    </Flex>
  );
};
