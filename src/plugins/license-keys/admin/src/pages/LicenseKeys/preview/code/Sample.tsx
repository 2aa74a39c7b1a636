import { Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import type { SampleCall } from '../../../../../../shared/samples';
import { useCopyText } from '../../../../hooks/useCopyText';
import { useTranslate } from '../../../../i18n/useTranslate';
import { CodeBlock } from '../CodeBlock';

interface SampleProps {
  call: SampleCall;
  code: string;
}

export const Sample = ({ call, code }: SampleProps) => {
  const t = useTranslate();
  const copy = useCopyText('code.copied');

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={3}>
        <Typography variant="delta" tag="h3">
          {t(`code.${call}`)}
        </Typography>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Duplicate />}
          aria-label={t('code.copy', { what: t(`code.${call}`) })}
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
