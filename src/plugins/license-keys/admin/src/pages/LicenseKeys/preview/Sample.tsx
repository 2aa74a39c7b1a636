import { useId } from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import { useCopyText } from '../../../hooks/useCopyText';
import { useTranslate } from '../../../i18n/useTranslate';

import { CodeBlock } from '../../../components/CodeBlock';

interface SampleProps {
  title: string;
  code: string;
}

/** A program under its title, to be copied. */
export const Sample = ({ title, code }: SampleProps) => {
  const t = useTranslate();
  const titleId = useId();
  const copy = useCopyText('code.copied');

  return (
    <Flex tag="figure" aria-labelledby={titleId} direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={3}>
        <Typography id={titleId} variant="delta" tag="h3">
          {title}
        </Typography>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Duplicate />}
          aria-label={t('code.copy', { what: title })}
          onClick={() => {
            copy(code);
          }}
        >
          {t('code.copy.short')}
        </Button>
      </Flex>
      <CodeBlock>{code}</CodeBlock>
    </Flex>
  );
};
