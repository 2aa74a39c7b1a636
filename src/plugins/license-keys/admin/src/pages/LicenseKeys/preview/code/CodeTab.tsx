import { useState } from 'react';

import { Flex } from '@strapi/design-system';

import {
  SAMPLE_CALLS,
  SAMPLE_LANGUAGES,
  sampleOf,
  type SampleLanguage,
} from '../../../../../../shared/samples';
import { RadioField } from '../../../../components/RadioField';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Preview } from '../../../../services/preview';

import { Sample } from './Sample';

const NAMES = {
  curl: 'cURL',
  php: 'PHP',
  javascript: 'JavaScript',
  python: 'Python',
} as const satisfies Record<SampleLanguage, string>;

/** Programs that ask this server about this license. */
export const CodeTab = ({ preview: { license, apiUrl } }: { preview: Preview }) => {
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
      {SAMPLE_CALLS.map((call) => (
        <Sample
          key={call}
          call={call}
          code={sampleOf(language, call, { apiUrl, key: license.key })}
        />
      ))}
    </Flex>
  );
};
