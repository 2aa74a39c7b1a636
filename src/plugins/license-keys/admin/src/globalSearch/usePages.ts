import { useTranslate } from '../i18n/useTranslate';
import { useSubPageLinks } from '../pages/navigation/useSubPageLinks';
import type { Suggestion } from '../suggestions/suggestion';

/** The plugin's own pages that the role may see and that are called so. */
export const usePages = (text: string): Suggestion[] => {
  const t = useTranslate();
  const { links } = useSubPageLinks();
  const asked = text.trim().toLocaleLowerCase();
  if (asked === '') return [];

  return links
    .map(({ label, to, isFirst }) => ({
      kind: 'page' as const,
      documentId: to.pathname,
      title: label,
      // People call the first page by what is on it.
      words: isFirst ? `${label} ${t('globalSearch.licenses')}` : label,
    }))
    .filter(({ words }) => words.toLocaleLowerCase().includes(asked))
    .map(({ words: _words, ...page }) => page);
};
