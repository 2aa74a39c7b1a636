import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';

import { Box, Button, Flex, Modal } from '@strapi/design-system';

import { Notice } from '../components/Notice';
import { useErrorMessage } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import type { Refusal } from '../utils/refusal';

import { InnerFormContext, type InnerForm } from './innerForm';

interface FormBodyProps {
  submitLabel: string;
  isSending: boolean;
  isDisabled?: boolean;
  refusal: Refusal;
  /** What helps against the refusal. */
  remedy?: ReactNode;
  /** How often it was submitted. */
  attempts: number;
  onSubmit: () => void;
  children: ReactNode;
}

/** The inside of a dialog that is a form. What is wrong with it stays in sight above the buttons. */
export const FormBody = (props: FormBodyProps) => {
  const { submitLabel, isSending, isDisabled, refusal, remedy, attempts, onSubmit } = props;
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const form = useRef<HTMLFormElement>(null);
  const innerForm = useState<InnerForm>();
  const [inner] = innerForm;

  useEffect(() => {
    if (isSending || attempts === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, isSending]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (inner) inner.remind();
    else onSubmit();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <InnerFormContext.Provider value={innerForm}>{props.children}</InnerFormContext.Provider>
        </Flex>
      </Modal.Body>
      {refusal.error && (
        <Box paddingLeft={7} paddingRight={7} paddingTop={4} paddingBottom={4}>
          <Notice tone="danger" role="alert" action={remedy}>
            {errorMessage(refusal.error)}
          </Notice>
        </Box>
      )}
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary" disabled={isSending}>
            {t('dialog.cancel')}
          </Button>
        </Modal.Close>
        <Button type="submit" disabled={isDisabled && !inner?.hasText} loading={isSending}>
          {submitLabel}
        </Button>
      </Modal.Footer>
    </form>
  );
};
