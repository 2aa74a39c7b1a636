import { relativeTime } from '../../src/plugins/license-keys/admin/src/utils/relativeTime';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const said = (distance: number, language = 'en'): string => {
  const [value, unit, options] = relativeTime(distance);
  return new Intl.RelativeTimeFormat(language, options).format(value, unit);
};

it.each([
  [-90 * MINUTE, '90 minutes ago'],
  [-MINUTE, '1 minute ago'],
  [119 * MINUTE, 'in 119 minutes'],
  [47 * HOUR, 'in 47 hours'],
  [10.9 * DAY, 'in 10 days'],
  [89 * DAY, 'in 89 days'],
  [100 * DAY, 'in 3 months'],
  [-800 * DAY, '2 years ago'],
])('says a distance of %d ms as “%s”, never rounded up', (distance, text) => {
  expect(said(distance)).toBe(text);
});

it.each([
  ['en', 'now'],
  ['de', 'jetzt'],
  ['fr', 'maintenant'],
  ['es', 'ahora'],
])('counts nothing under a minute, to either side (%s: “%s”)', (language, word) => {
  for (const distance of [-MINUTE + 1, -1, 0, 1, MINUTE - 1]) {
    expect(said(distance, language)).toBe(word);
  }
});
