import { Typography } from '@strapi/design-system';

import type { JobItem } from '../../../shared/jobs';
import { ErrorBox } from '../components/ErrorBox';
import { useReasonText } from '../hooks/useReasonText';
import { useTranslate } from '../i18n/useTranslate';
import { Figures } from '../components/Figures';
import { LicensesLink } from '../components/LicensesLink';
import { listPath } from '../utils/listPath';

interface JobResultProps {
  job: JobItem;
  /** Whether there is a button that lets it go on. */
  canContinue?: boolean;
  onLeave?: () => void;
}

export const JobResult = ({ job, canContinue = true, onLeave }: JobResultProps) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const { id, type, environment, succeeded, unchanged, refused, total, done } = job;
  const { error, errorCode } = job;

  return (
    <>
      {error && (
        <ErrorBox>
          {t('job.error', { error: reasonText({ code: errorCode, message: error }) })}
        </ErrorBox>
      )}
      <Figures
        figures={[
          { label: t('job.succeeded'), value: succeeded },
          { label: t('job.unchanged'), value: unchanged },
          { label: t('job.refused'), value: refused },
          ...(done < total ? [{ label: t('job.pending'), value: total - done }] : []),
        ]}
      />
      {type === 'generate' && succeeded > 0 && (
        <div>
          <LicensesLink to={listPath({ environment, job: String(id) })} onClick={onLeave}>
            {t('job.licenses')}
          </LicensesLink>
        </div>
      )}
      {canContinue && done < total && (
        <Typography variant="pi" textColor="neutral600">
          {t('job.retry.hint')}
        </Typography>
      )}
    </>
  );
};
