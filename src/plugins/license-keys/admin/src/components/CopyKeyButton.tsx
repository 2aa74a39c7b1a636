import { keyPrefix } from '../../../shared/limits';
import { useTranslate } from '../i18n/useTranslate';

import { CopyButton } from './CopyButton';

export const CopyKeyButton = ({ licenseKey }: { licenseKey: string }) => {
  const t = useTranslate();

  return (
    <CopyButton
      text={licenseKey}
      label={t('key.copy', { key: `${keyPrefix(licenseKey)}…` })}
      copied="key.copied"
    />
  );
};
