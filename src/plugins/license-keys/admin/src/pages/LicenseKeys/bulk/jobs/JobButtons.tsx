import { Button, Flex, Modal } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { JobItem } from '../../../../../../shared/bulk';
import { useTranslate } from '../../../../i18n/useTranslate';
import { hasEnded } from '../../../../services/bulk';

interface JobButtonsProps {
  job: JobItem | undefined;
  isChanging: boolean;
  onChange: (verb: 'cancel' | 'retry') => void;
  isDownloading: boolean;
  onDownload: () => void;
}

export const JobButtons = (props: JobButtonsProps) => {
  const { job, isChanging, onChange, isDownloading, onDownload } = props;
  const t = useTranslate();
  const isUnfinished = job?.state === 'failed' || job?.state === 'cancelled';

  return (
    <Modal.Footer>
      <Modal.Close>
        <Button variant="tertiary">{t('dialog.close')}</Button>
      </Modal.Close>
      <Flex gap={2} wrap="wrap" justifyContent="flex-end">
        {job && !hasEnded(job) && (
          <Button
            variant="danger-light"
            loading={isChanging}
            onClick={() => {
              onChange('cancel');
            }}
          >
            {t('job.cancel')}
          </Button>
        )}
        {job && hasEnded(job) && (
          <Button
            variant="secondary"
            startIcon={<Download />}
            loading={isDownloading}
            onClick={onDownload}
          >
            {t('job.download')}
          </Button>
        )}
        {isUnfinished && (
          <Button
            loading={isChanging}
            onClick={() => {
              onChange('retry');
            }}
          >
            {t('job.retry')}
          </Button>
        )}
      </Flex>
    </Modal.Footer>
  );
};
