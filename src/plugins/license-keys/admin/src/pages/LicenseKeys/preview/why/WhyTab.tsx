import { Flex } from '@strapi/design-system';

import { Notice } from '../../../../components/Notice';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Preview } from '../../../../services/preview';

import { findingsOf } from './findings';
import { FindingView } from './FindingView';
import { ValidBasis } from './ValidBasis';

/** What a validation would answer now, in plain words, with what it rests on and what to do about it. */
export const WhyTab = ({ preview }: { preview: Preview }) => {
  const t = useTranslate();
  const { valid, code } = preview.verdict;

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Notice tone={valid ? 'success' : 'danger'}>
        {t(valid ? 'why.valid' : 'why.invalid', { code })}
      </Notice>
      {valid && <ValidBasis preview={preview} />}
      {findingsOf(preview).map((finding) => (
        <FindingView key={finding.code} finding={finding} />
      ))}
    </Flex>
  );
};
