import { Typography } from '@strapi/design-system';

import { ProgressBar } from '../../../components/ProgressBar';
import { useTranslate } from '../../../i18n/useTranslate';

import type { ExportProgress } from './readExport';

interface ExportBarProps {
  label: string;
  progress: ExportProgress;
}

export const ExportBar = ({ label, progress: { done, total } }: ExportBarProps) => {
  const t = useTranslate();

  return (
    <>
      <ProgressBar label={label} done={done} total={total ?? 0} />
      <Typography variant="pi" textColor="neutral600">
        {total === undefined ? t('export.count', { done }) : t('export.progress', { done, total })}
      </Typography>
    </>
  );
};
