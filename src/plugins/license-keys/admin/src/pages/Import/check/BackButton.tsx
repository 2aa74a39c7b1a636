import { Button } from '@strapi/design-system';

import { useTranslate } from '../../../i18n/useTranslate';
import type { UpdateImport } from '../useImportAddress';

/** To the columns, as they were mapped. */
export const BackButton = ({ update }: { update: UpdateImport }) => {
  const t = useTranslate();

  return (
    <Button
      variant="secondary"
      onClick={() => {
        update({ step: undefined, check: undefined });
      }}
    >
      {t('import.back')}
    </Button>
  );
};
