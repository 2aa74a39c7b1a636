import { VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../i18n/useTranslate';

/** Tells who cannot see the list that it has come up; undefined says nothing. */
export const SuggestionCount = ({ count }: { count: number | undefined }) => {
  const t = useTranslate();

  return (
    <VisuallyHidden>
      <span role="status">{count === undefined ? '' : t('suggestion.count', { count })}</span>
    </VisuallyHidden>
  );
};
