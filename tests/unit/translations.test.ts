import { createIntl } from 'react-intl';

import de from '../../src/plugins/license-keys/admin/src/translations/de.json';
import en from '../../src/plugins/license-keys/admin/src/translations/en.json';
import es from '../../src/plugins/license-keys/admin/src/translations/es.json';
import fr from '../../src/plugins/license-keys/admin/src/translations/fr.json';

import { REASON_CODES } from '../../src/plugins/license-keys/shared/reasons';

type Messages = Record<string, string>;

const LANGUAGES: Record<string, Messages> = { en, de, fr, es };

const OTHERS = ['de', 'fr', 'es'];

/** What the columns of a file are called, and where the same is called so elsewhere. */
const SAME = [
  ['import.field.license_key', 'locked.key'],
  ['import.field.product', 'column.product'],
  ['import.field.activation_limit', 'form.limit'],
  ['import.field.expires_at', 'column.expiresAt'],
  ['import.field.state', 'column.state'],
  ['import.field.created_at', 'column.createdAt'],
  ['import.field.assigned_at', 'preview.assignedAt'],
  ['import.field.first_activated_at', 'preview.firstActivatedAt'],
  ['import.field.features', 'form.features'],
  ['import.field.metadata', 'form.metadata'],
  ['import.field.activations', 'customers.devices'],
] as const;

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

  it.each(Object.keys(LANGUAGES))('in %s calls a field by one name', (locale) => {
    const differing = SAME.filter(([key, other]) => textOf(locale, key) !== textOf(locale, other));
    expect(differing).toEqual([]);
  });

  it('in French keep a colon, and the like, in the line of the word before it', () => {
    expect(Object.values(fr).filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  it('speak of a job in the gender that it has', () => {
    expect([fr['job.state.succeeded'], fr['job.state.cancelled']]).toEqual(['Terminée', 'Annulée']);
    expect([es['job.state.succeeded'], es['job.state.cancelled']]).toEqual([
      'Terminada',
      'Cancelada',
    ]);
  });

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
