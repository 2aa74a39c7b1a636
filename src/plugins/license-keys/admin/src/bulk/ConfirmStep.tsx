import { useState, type FormEvent, type ReactNode } from 'react';

import { Button, Flex, Modal } from '@strapi/design-system';

import { ErrorBox } from '../components/ErrorBox';
import { Pill } from '../components/Pill';
import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import { environmentTone } from '../utils/environmentTone';

import { CountField, isCount } from './CountField';
import { useSettled } from './useSettled';

interface ConfirmStepProps {
  environment: string;
  /** For how many it is possible; without any there is nothing to confirm. */
  legal: number;
  submitLabel: string;
  isDanger: boolean;
  /** What cannot be undone takes their number, typed. */
  mustType?: boolean;
  isSending: boolean;
  error: QueryError | undefined;
  onBack: () => void;
  onConfirm: () => void;
  /** What would happen. */
  children: ReactNode;
}

export const ConfirmStep = (props: ConfirmStepProps) => {
  const { environment, legal, submitLabel, isDanger, isSending, error } = props;
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const [text, setText] = useState('');
  const isSettled = useSettled();

  const mustType = props.mustType === true && legal > 0;
  const isConfirmed = legal > 0 && (!mustType || isCount(text, legal));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && isSettled) props.onConfirm();
  };

  return (
    <form onSubmit={submit}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex>
            <Pill tone={environmentTone(environment)}>{environment}</Pill>
          </Flex>
          {props.children}
          {mustType && <CountField count={legal} value={text} onChange={setText} />}
          {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" disabled={isSending} onClick={props.onBack}>
          {t('bulk.back')}
        </Button>
        <Button
          type="submit"
          variant={isDanger ? 'danger' : 'default'}
          disabled={!isConfirmed || !isSettled}
          loading={isSending}
        >
          {submitLabel}
        </Button>
      </Modal.Footer>
    </form>
  );
};
