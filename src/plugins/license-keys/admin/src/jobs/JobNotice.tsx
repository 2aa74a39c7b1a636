import { Box, Button, Flex, Typography } from '@strapi/design-system';

import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';

import { jobButtonId } from './ids';
import { JobProgress } from './JobProgress';
import { useEndToast } from './useEndToast';
import { useJob } from './useJob';
import { useJobTexts } from './useJobTexts';

interface JobNoticeProps {
  id: number;
  /** The dialog shows it. */
  isOpen: boolean;
  onOpen: () => void;
  onDismiss: () => void;
}

/** A job whose dialog was closed, until its result has been looked at. */
export const JobNotice = ({ id, isOpen, onOpen, onDismiss }: JobNoticeProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const textsOf = useJobTexts();
  const { job, error, isOver } = useJob(id);
  useEndToast(job, isOpen);

  return (
    <Flex
      gap={4}
      wrap="wrap"
      padding={4}
      marginBottom={4}
      background="neutral0"
      borderColor="neutral150"
      hasRadius
    >
      <Box flex="1 1 28rem">
        {job && (
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Typography fontWeight="bold">{textsOf(job).title}</Typography>
            {isOver ? <Typography>{textsOf(job).summary}</Typography> : <JobProgress job={job} />}
          </Flex>
        )}
        {error && <Typography textColor="danger600">{errorMessage(error)}</Typography>}
      </Box>
      <Flex gap={2}>
        {job && (
          <Button id={jobButtonId(id)} variant="tertiary" size="S" onClick={onOpen}>
            {t('job.show')}
          </Button>
        )}
        {(isOver || error) && (
          <Button variant="ghost" size="S" onClick={onDismiss}>
            {t('job.dismiss')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};
