import { Flex, Typography } from '@strapi/design-system';

import type { ImportItem } from '../../../../shared/imports';
import { Pill } from '../../components/Pill';
import { useTranslate } from '../../i18n/useTranslate';
import { environmentTone } from '../../utils/environmentTone';

export const FileSummary = ({ file }: { file: ImportItem }) => {
  const t = useTranslate();
  const { environment, fileName, kind, lines } = file;

  return (
    <Flex gap={3} wrap="wrap">
      <Pill tone={environmentTone(environment)}>{environment}</Pill>
      <Typography fontWeight="bold" ellipsis maxWidth="32rem" title={fileName}>
        {fileName}
      </Typography>
      <Typography textColor="neutral600">
        {t(`import.kind.${kind}`)} · {t('import.lines', { lines })}
      </Typography>
    </Flex>
  );
};
