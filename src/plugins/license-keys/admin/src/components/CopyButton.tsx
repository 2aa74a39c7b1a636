import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import { useCopyText } from '../hooks/useCopyText';
import type { TranslationKey } from '../i18n/getTranslation';

interface CopyButtonProps {
  text: string;
  label: string;
  /** What is said once it is copied. */
  copied: TranslationKey;
}

export const CopyButton = ({ text, label, copied }: CopyButtonProps) => {
  const copy = useCopyText(copied);

  return (
    <IconButton
      variant="ghost"
      size="XS"
      label={label}
      onClick={() => {
        copy(text);
      }}
    >
      <Duplicate />
    </IconButton>
  );
};
