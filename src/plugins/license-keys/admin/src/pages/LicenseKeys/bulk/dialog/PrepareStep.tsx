import type { FormEvent } from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { Pill } from '../../../../components/Pill';
import { useErrorMessage, type QueryError } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Customer } from '../../../../services/forms';
import { ErrorBox } from '../../actions/ErrorBox';
import { ReasonField } from '../../actions/ReasonField';
import { environmentTone } from '../../environmentTone';
import type { BulkRequest } from '../bulkActions';

import { CustomerField } from './CustomerField';

interface PrepareStepProps {
  request: BulkRequest;
  reason: string;
  onReason: (reason: string) => void;
  customer: Customer | undefined;
  onCustomer: (customer: Customer | undefined) => void;
  isChecking: boolean;
  error: QueryError | undefined;
  onCheck: () => void;
}

export const PrepareStep = (props: PrepareStepProps) => {
  const { request, reason, onReason, customer, onCustomer, isChecking, error, onCheck } = props;
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { action, environment } = request;
  const isComplete = action !== 'assign' || customer !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !isChecking) onCheck();
  };

  return (
    <form onSubmit={submit}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex>
            <Pill tone={environmentTone(environment)}>{environment}</Pill>
          </Flex>
          <Typography>{t(`bulk.effect.${action}`)}</Typography>
          {action === 'assign' && (
            <CustomerField environment={environment} value={customer} onChange={onCustomer} />
          )}
          <ReasonField value={reason} onChange={onReason} />
          <Typography variant="pi" textColor="neutral600">
            {t('bulk.check.hint')}
          </Typography>
          {error && <ErrorBox>{errorMessage(error)}</ErrorBox>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('dialog.cancel')}</Button>
        </Modal.Close>
        <Button type="submit" disabled={!isComplete} loading={isChecking}>
          {t('bulk.check')}
        </Button>
      </Modal.Footer>
    </form>
  );
};
