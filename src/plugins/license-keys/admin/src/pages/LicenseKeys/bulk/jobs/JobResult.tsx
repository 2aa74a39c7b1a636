import { Typography } from '@strapi/design-system';

import type { JobItem } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { ErrorBox } from '../../actions/ErrorBox';
import { Figures } from '../Figures';

export const JobResult = ({ job }: { job: JobItem }) => {
  const t = useTranslate();
  const { succeeded, unchanged, refused, total, done, error } = job;

  return (
    <>
      {error && <ErrorBox>{t('job.error', { error })}</ErrorBox>}
      <Figures
        figures={[
          { label: t('job.succeeded'), value: succeeded },
          { label: t('job.unchanged'), value: unchanged },
          { label: t('job.refused'), value: refused },
          ...(done < total ? [{ label: t('job.pending'), value: total - done }] : []),
        ]}
      />
      {done < total && (
        <Typography variant="pi" textColor="neutral600">
          {t('job.retry.hint')}
        </Typography>
      )}
    </>
  );
};
