import { useState } from 'react';

import { Flex, Typography } from '@strapi/design-system';

import {
  MAX_GENERATED,
  MAX_GENERATED_AT_ONCE,
  type GeneratorDetail,
} from '../../../../../shared/generators';
import { Pill } from '../../../components/Pill';
import { FormBody } from '../../../forms/FormBody';
import { NumberField } from '../../../forms/NumberField';
import { useSubmit } from '../../../hooks/useSubmit';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGenerateLicenseKeysMutation, type Generated } from '../../../services/generators';
import { environmentTone } from '../../../utils/environmentTone';
import { isWithin } from '../forms/generatorFields';

interface GenerateFormProps {
  generator: GeneratorDetail;
  onStart: (jobId: number) => void;
  onAnswer: (answer: Generated) => void;
}

export const GenerateForm = ({ generator, onStart, onAnswer }: GenerateFormProps) => {
  const t = useTranslate();
  const [generate] = useGenerateLicenseKeysMutation();
  const [count, setCount] = useState<number | undefined>(1);
  const [attempts, setAttempts] = useState(0);
  const { submit, isSending, refusal, forget } = useSubmit<Generated>({
    fields: ['count'],
    onAnswer,
  });
  const { documentId, name, product, environment } = generator;

  const start = async (wanted: number) => {
    const result = await generate({ documentId, count: wanted });
    if ('data' in result && result.data.job) onStart(result.data.job.id);
    return result;
  };

  const send = () => {
    setAttempts(attempts + 1);
    if (isWithin(count, MAX_GENERATED)) void submit(() => start(count));
  };

  const problem = isWithin(count, MAX_GENERATED)
    ? undefined
    : t('form.count.problem', { max: MAX_GENERATED });

  return (
    <FormBody
      submitLabel={t('generate.send', { count: count ?? 0 })}
      isSending={isSending}
      refusal={refusal}
      attempts={attempts}
      onSubmit={send}
    >
      <Flex gap={3} wrap="wrap">
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
        <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {[name, product.name].join(' · ')}
        </Typography>
      </Flex>
      <NumberField
        name="count"
        label={t('generate.count')}
        value={count}
        error={problem ?? refusal.byField.count}
        hint={t('generate.count.hint', { max: MAX_GENERATED, atOnce: MAX_GENERATED_AT_ONCE })}
        onChange={(next) => {
          forget('count');
          setCount(next);
        }}
      />
    </FormBody>
  );
};
