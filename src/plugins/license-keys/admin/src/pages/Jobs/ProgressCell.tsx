import { Flex, Typography } from '@strapi/design-system';

import type { JobItem } from '../../../../shared/jobs';
import { ProgressBar } from '../../components/ProgressBar';
import { useJobTexts } from '../../jobs/useJobTexts';

export const ProgressCell = ({ job }: { job: JobItem }) => {
  const { title, progress } = useJobTexts()(job);

  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="16rem">
      <ProgressBar label={title} done={job.done} total={job.total} />
      <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
        {progress}
      </Typography>
    </Flex>
  );
};
