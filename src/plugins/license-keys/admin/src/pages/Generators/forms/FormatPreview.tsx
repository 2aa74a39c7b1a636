import { Box, Flex, Typography } from '@strapi/design-system';

import { KeyText } from '../../../components/KeyText';
import { useTranslate } from '../../../i18n/useTranslate';

import type { FormatPreviewState } from './useFormatPreview';

/** As high as five keys, so that the fields below stay where they are while one types. */
const HEIGHT = '15rem';

/** A few keys as the format would make them, and how hard they are to guess. */
export const FormatPreview = ({ preview }: { preview: FormatPreviewState }) => {
  const t = useTranslate();
  const { answer, isCurrent, refusal } = preview;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={4}>
        <Typography tag="h3" variant="pi" fontWeight="bold">
          {t('format.preview')}
        </Typography>
        <Typography variant="pi" textColor="neutral600" role="status">
          {answer && t('format.bits', { bits: Math.floor(answer.bits) })}
        </Typography>
      </Flex>
      <Box
        padding={4}
        minHeight={HEIGHT}
        background="neutral100"
        borderColor="neutral150"
        hasRadius
        aria-busy={!isCurrent && !refusal}
      >
        {answer ? (
          <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
            {answer.samples.map((key) => (
              <li key={key}>
                <KeyText $wraps>{key}</KeyText>
              </li>
            ))}
          </Flex>
        ) : (
          <Typography textColor="neutral600">{t('format.preview.none')}</Typography>
        )}
      </Box>
    </Flex>
  );
};
