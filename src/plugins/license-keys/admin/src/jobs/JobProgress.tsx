import { Flex, Typography } from '@strapi/design-system';

import type { JobItem } from '../../../shared/jobs';
import { Pill } from '../components/Pill';
import { ProgressBar } from '../components/ProgressBar';
import { environmentTone } from '../utils/environmentTone';

import { useJobTexts } from './useJobTexts';

export const JobProgress = ({ job }: { job: JobItem }) => {
  const { title, state, progress } = useJobTexts()(job);
  const { done, total, environment } = job;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3}>
          <Pill tone={environmentTone(environment)}>{environment}</Pill>
          <Typography role="status">{state}</Typography>
        </Flex>
        <Typography textColor="neutral600">{progress}</Typography>
      </Flex>
      <ProgressBar label={title} done={done} total={total} />
    </Flex>
  );
};
