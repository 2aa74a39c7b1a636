import { useState, type FormEvent } from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';

import type { BulkBody, DryRun } from '../../../../../../shared/bulk';
import { Pill } from '../../../../components/Pill';
import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import { ErrorBox } from '../../actions/ErrorBox';
import { isFinal } from '../../actions/licenseActions';
import { environmentTone } from '../../environmentTone';

import { CountField, isCount } from './CountField';
import { DryRunSummary } from './DryRunSummary';
import { useBulkStart } from './useBulkStart';
import { useSettled } from './useSettled';

interface ConfirmStepProps {
  body: BulkBody;
  dryRun: DryRun['data'];
  onBack: () => void;
  onStart: (jobId: number) => void;
}

export const ConfirmStep = ({ body, dryRun, onBack, onStart }: ConfirmStepProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [text, setText] = useState('');
  const { start, isLoading, error } = useBulkStart(onStart);
  const isSettled = useSettled();
  const { environment, action } = body;
  const { legal } = dryRun;

  const mustType = isFinal(action) && legal > 0;
  const isConfirmed = legal > 0 && (!mustType || isCount(text, legal));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && isSettled) void start(body);
  };

  return (
    <form onSubmit={submit}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex>
            <Pill tone={environmentTone(environment)}>{environment}</Pill>
          </Flex>
          <DryRunSummary dryRun={dryRun} />
          {mustType && <CountField count={legal} value={text} onChange={setText} />}
          {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" disabled={isLoading} onClick={onBack}>
          {t('bulk.back')}
        </Button>
        <Button
          type="submit"
          variant={isFinal(action) ? 'danger' : 'default'}
          disabled={!isConfirmed || !isSettled}
          loading={isLoading}
        >
          {t('bulk.title', { action: t(`action.${action}`), count: legal })}
        </Button>
      </Modal.Footer>
    </form>
  );
};
