import type { Page } from 'playwright-core';

import de from '../../src/plugins/license-keys/admin/src/translations/de.json';
import en from '../../src/plugins/license-keys/admin/src/translations/en.json';
import es from '../../src/plugins/license-keys/admin/src/translations/es.json';
import fr from '../../src/plugins/license-keys/admin/src/translations/fr.json';

export const TRANSLATIONS = { de, fr, es } as const;
export type Language = keyof typeof TRANSLATIONS;

/** Short words that English text can hardly do without, and that none of the other languages has. */
const ENGLISH_WORDS = /\b(the|and|of|with|from|this|not|has|your|is)\b/i;

/** What react-intl shows of a message that it does not know. */
const RAW_ID = /\blicense-keys\.[a-z]/;

/** A colon as every language but French sets it: next to the word before it. */
const CLOSE_COLON = /\S: /;

/** All that one can read within the selectors, or hear, but for code: texts, labels, placeholders and tooltips. */
const readTexts = (page: Page, selectors: string): Promise<string[]> =>
  page.evaluate((within) => {
    const attributes = ['aria-label', 'placeholder', 'title', 'alt'];
    const roots = Array.from(document.querySelectorAll<HTMLElement>(within));
    const linesOf = (element: HTMLElement) => element.innerText.split('\n');
    const code = roots.flatMap((root) => Array.from(root.querySelectorAll('pre')).flatMap(linesOf));
    const texts = roots.flatMap((root) => [
      ...linesOf(root).filter((line) => !code.includes(line)),
      ...Array.from(root.querySelectorAll('*')).flatMap((element) =>
        attributes.map((name) => element.getAttribute(name) ?? '')
      ),
    ]);
    return Array.from(new Set(texts.map((text) => text.trim()))).filter((text) => text !== '');
  }, selectors);

/** What stands there in English, or as the id of a message, though the panel speaks another language. */
export const untranslated = async (
  page: Page,
  language: Language,
  selectors = 'main, [role=dialog]'
): Promise<string[]> => {
  const own = new Set<string>(Object.values(TRANSLATIONS[language]));
  const english = new Set<string>(Object.values(en).filter((text) => !own.has(text)));
  return (await readTexts(page, selectors)).filter(
    (text) =>
      english.has(text) ||
      ENGLISH_WORDS.test(text) ||
      RAW_ID.test(text) ||
      (language === 'fr' && CLOSE_COLON.test(text))
  );
};
