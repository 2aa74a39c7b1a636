import { Flex, Typography } from '@strapi/design-system';

import type { JobItem } from '../../../../../../shared/bulk';
import { Pill } from '../../../../components/Pill';
import { ProgressBar } from '../../../../components/ProgressBar';
import { useTranslate } from '../../../../i18n/useTranslate';
import { environmentTone } from '../../environmentTone';

import { useJobTexts } from './useJobTexts';

export const JobProgress = ({ job }: { job: JobItem }) => {
  const t = useTranslate();
  const { title, state } = useJobTexts()(job);
  const { done, total, environment } = job;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3}>
          <Pill tone={environmentTone(environment)}>{environment}</Pill>
          <Typography role="status">{state}</Typography>
        </Flex>
        <Typography textColor="neutral600">{t('job.progress', { done, total })}</Typography>
      </Flex>
      <ProgressBar label={title} done={done} total={total} />
    </Flex>
  );
};
