import { createIntl } from 'react-intl';

import de from '../../src/plugins/license-keys/admin/src/translations/de.json';
import en from '../../src/plugins/license-keys/admin/src/translations/en.json';
import es from '../../src/plugins/license-keys/admin/src/translations/es.json';
import fr from '../../src/plugins/license-keys/admin/src/translations/fr.json';

import { REASON_CODES } from '../../src/plugins/license-keys/shared/reasons';

type Messages = Record<string, string>;

const LANGUAGES: Record<string, Messages> = { en, de, fr, es };

const OTHERS = ['de', 'fr', 'es'];

/** Between them they reach every branch of the plurals. */
const FIGURES = [0, 1, 2, 1_000_000];

/** The names that a message asks for, in whichever branch. A message that is not well-formed throws. */
const placeholdersOf = (locale: string, text: string): string[] => {
  const { formatters } = createIntl({ locale });
  const message = formatters.getMessageFormat(text, locale);
  const names = new Set<string>();
  for (const figure of FIGURES) {
    const values = new Proxy<Record<string, number>>(
      {},
      { has: (_values, name) => Boolean(names.add(String(name))), get: () => figure }
    );
    message.format(values);
  }
  return [...names].sort();
};

const textOf = (locale: string, key: string): string => LANGUAGES[locale]?.[key] ?? '';

describe('the translations', () => {
  it('can tell the placeholders of a message', () => {
    expect(placeholdersOf('en', '{b} of {n, plural, one {# in {a}} other {#}}')).toEqual([
      'a',
      'b',
      'n',
    ]);
    expect(() => placeholdersOf('en', 'An {open bracket')).toThrow();
  });

  it.each(OTHERS)('in %s has the keys of the English one', (locale) => {
    expect(Object.keys(LANGUAGES[locale] ?? {}).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(LANGUAGES))('in %s leaves nothing empty, nor spaces at an end', (locale) => {
    const wrong = Object.entries(LANGUAGES[locale] ?? {}).filter(
      ([, text]) => text === '' || text !== text.trim()
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(LANGUAGES))(
    'in %s has a sentence for every reason, and for no other',
    (locale) => {
      const reasons = Object.keys(LANGUAGES[locale] ?? {})
        .filter((key) => key.startsWith('reason.'))
        .map((key) => key.slice('reason.'.length));
      expect(reasons.toSorted()).toEqual(REASON_CODES.toSorted());
    }
  );

  it.each(OTHERS)('in %s is well-formed and asks for the same figures as in English', (locale) => {
    const differing = Object.entries(en)
      .map(([key, text]) => ({
        key,
        expected: placeholdersOf('en', text),
        found: placeholdersOf(locale, textOf(locale, key)),
      }))
      .filter(({ expected, found }) => expected.join() !== found.join());
    expect(differing).toEqual([]);
  });
});
