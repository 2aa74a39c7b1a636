import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import { keyPrefix } from '../../../shared/limits';
import { useCopyKey } from '../hooks/useCopyKey';
import { useTranslate } from '../i18n/useTranslate';

export const CopyKeyButton = ({ licenseKey }: { licenseKey: string }) => {
  const t = useTranslate();
  const copyKey = useCopyKey();

  return (
    <IconButton
      variant="ghost"
      size="XS"
      label={t('key.copy', { key: `${keyPrefix(licenseKey)}…` })}
      onClick={() => {
        copyKey(licenseKey);
      }}
    >
      <Duplicate />
    </IconButton>
  );
};
