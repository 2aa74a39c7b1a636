import { Typography } from '@strapi/design-system';

import { ErrorBox } from '../components/ErrorBox';
import { ProgressBar } from '../components/ProgressBar';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

import type { ExportRun } from './useFileExport';

/** How far a file is, or why there is none. */
export const ExportStatus = ({ run: { fileName, progress, error } }: { run: ExportRun }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { done, total } = progress;

  if (error) return <ErrorBox>{errorMessage(error)}</ErrorBox>;
  return (
    <>
      <ProgressBar label={fileName} done={done} total={total} />
      <Typography variant="pi" textColor="neutral600">
        {total === undefined ? t('export.count', { done }) : t('export.progress', { done, total })}
      </Typography>
    </>
  );
};
