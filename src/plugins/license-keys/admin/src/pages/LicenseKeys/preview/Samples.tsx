import { useState } from 'react';

import { Flex } from '@strapi/design-system';

import {
  SAMPLE_LANGUAGES,
  sampleOf,
  type SampleCall,
  type SampleInput,
  type SampleLanguage,
} from '../../../../../shared/samples';
import { RadioField } from '../../../components/RadioField';
import { useTranslate } from '../../../i18n/useTranslate';

import { Sample } from './Sample';

const NAMES = {
  curl: 'cURL',
  php: 'PHP',
  javascript: 'JavaScript',
  python: 'Python',
} as const satisfies Record<SampleLanguage, string>;

interface SamplesProps {
  calls: readonly SampleCall[];
  input: SampleInput;
}

/** Programs for these calls, in the language that is chosen. */
export const Samples = ({ calls, input }: SamplesProps) => {
  const t = useTranslate();
  const [language, setLanguage] = useState<SampleLanguage>('curl');

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <RadioField
        label={t('code.language')}
        options={SAMPLE_LANGUAGES}
        isRow
        value={language}
        onChange={setLanguage}
      >
        {(name) => NAMES[name]}
      </RadioField>
      {calls.map((call) => (
        <Sample key={call} title={t(`code.${call}`)} code={sampleOf(language, call, input)} />
      ))}
    </Flex>
  );
};
