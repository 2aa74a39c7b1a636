import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';

import { ErrorBox } from '../../../../components/ErrorBox';
import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useSubmit } from '../../../../hooks/useSubmit';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useCreateLicenseKeyCustomerMutation, type Customer } from '../../../../services/forms';

import { useInnerForm } from '../../../../forms/innerForm';
import { TextField } from '../../../../forms/TextField';

interface NewCustomerProps {
  environment: string;
  onCreated: (customer: Customer) => void;
  onCancel: () => void;
}

const FIELDS = ['name', 'email', 'company'] as const;

/** A form inside a form, which HTML does not know: Enter and the button send this part alone. */
export const NewCustomer = ({ environment, onCreated, onCancel }: NewCustomerProps) => {
  const t = useTranslate();
  const titleId = useId();
  const errorMessage = useErrorMessage();
  const [values, setValues] = useState({ name: '', email: '', company: '' });
  const [create] = useCreateLicenseKeyCustomerMutation();
  const { submit, isSending, refusal, forget } = useSubmit<Customer>({
    fields: FIELDS,
    onAnswer: onCreated,
  });
  const [isTried, setTried] = useState(false);
  const [isReminded, setReminded] = useState(false);
  const sendButton = useRef<HTMLButtonElement>(null);
  const remind = useCallback(() => {
    setReminded(true);
    sendButton.current?.focus();
  }, []);
  useInnerForm(
    FIELDS.some((name) => values[name] !== ''),
    remind
  );
  const isMissing = (name: (typeof FIELDS)[number]) => name !== 'company' && !values[name].trim();

  const send = () => {
    setTried(true);
    setReminded(false);
    if (FIELDS.some(isMissing)) return;
    const { company, ...required } = values;
    void submit(() => create({ environment, ...required, ...(company && { company }) }));
  };

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    send();
  };

  return (
    <Flex
      role="group"
      aria-labelledby={titleId}
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={4}
      background="neutral100"
      borderColor="neutral150"
      hasRadius
      onKeyDown={sendOnEnter}
    >
      <Typography id={titleId} variant="delta" tag="h3">
        {t('customer.create')}
      </Typography>
      {FIELDS.map((name) => (
        <TextField
          key={name}
          name={name}
          type={name === 'email' ? 'email' : 'text'}
          label={t(`customer.${name}`)}
          value={values[name]}
          isRequired={name !== 'company'}
          hasFocus={name === 'name'}
          error={isTried && isMissing(name) ? t('form.required') : refusal.byField[name]}
          onChange={(text) => {
            forget(name);
            setValues({ ...values, [name]: text });
          }}
        />
      ))}
      {refusal.error && <ErrorBox>{errorMessage(refusal.error)}</ErrorBox>}
      {isReminded && <ErrorBox>{t('customer.create.first')}</ErrorBox>}
      <Flex gap={2}>
        <Button ref={sendButton} size="S" loading={isSending} onClick={send}>
          {t('customer.create.send')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
};
