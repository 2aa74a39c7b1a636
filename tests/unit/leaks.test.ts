import { noteAnswer } from '../support/leaks/answers';
import { createRecorder } from '../support/leaks/recorder';

const KEY = 'ABCDE-FGHIJ-KLMNO-PQRST';

const leaksOf = (text: string, secret = KEY): string[] => {
  const recorder = createRecorder();
  recorder.keep('a license key', secret);
  recorder.note('the log', text);
  return recorder.leaks();
};

it.each(['', 'before ', 'ABCDE-FGHIJ-KLMNO-', KEY.slice(0, 15)])(
  'a secret is found behind "%s", and is not repeated',
  (before) => {
    const [leak = '', ...others] = leaksOf(`${before}${KEY} after`);

    expect(leak).toMatch(/^a license key in the log: .*\[…\] after$/);
    expect(leak).not.toContain(KEY);
    expect(others).toEqual([]);
  }
);

it.each([
  ['as a part of an address', encodeURIComponent, 'A KEY/WITH?ODD&CHARACTERS'],
  ['as JSON', JSON.stringify, 'A KEY WITH "QUOTES" AND \\'],
])('a secret is found %s', (_how, written, secret) => {
  expect(leaksOf(`x${written(secret)}`, secret)).toHaveLength(1);
});

it('what only begins like a secret is none', () => {
  expect(leaksOf(`${KEY.slice(0, 8)} ${KEY.slice(0, -1)}`)).toEqual([]);
});

it('the assertion names every place', () => {
  const recorder = createRecorder();
  recorder.keep('a license key', KEY);
  recorder.note('the log', KEY);
  recorder.note('the console', KEY);

  expect(recorder.assertNone).toThrow(/in the log: .*\n.*in the console: /);
});

describe('an answer', () => {
  const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
  const LICENSES = '/license-keys/licenses';

  const leaksOfAnswers = (...answers: { status: number; text: string; url?: string }[]) => {
    const recorder = createRecorder();
    for (const answer of answers) {
      noteAnswer(recorder, { method: 'GET', url: LICENSES, headers: JSON_TYPE, ...answer });
    }
    return recorder.leaks();
  };

  it.each(['key', 'accessKey', 'token'])(
    'that hands a %s over makes it a secret for those that refuse, and is itself no leak',
    (name) => {
      const good = { status: 200, text: JSON.stringify({ data: [{ [name]: KEY }] }) };
      const bad = { status: 404, text: `There is no ${KEY}.`, url: `${LICENSES}?page=2` };

      expect(leaksOfAnswers(good)).toEqual([]);
      expect(leaksOfAnswers(good, bad)).toEqual([
        expect.stringContaining(`in the answer to GET ${LICENSES}: `),
      ]);
    }
  );

  it('that has a field "key" elsewhere hands no license key over', () => {
    const url = '/content-manager/content-types';
    const good = { status: 200, text: JSON.stringify({ key: KEY }), url };

    expect(leaksOfAnswers(good, { status: 404, text: KEY })).toEqual([]);
  });

  it.each([
    ['a stack', 'Error: x\n    at Object.validate'],
    ['a stack in JSON', JSON.stringify({ message: 'Error: x\n    at Object.validate' })],
    ['a statement', 'select `t0`.* from `strapi_users` - no such column'],
    ['an error of SQLite', 'SQLITE_ERROR: no such table'],
    ['an error of PostgreSQL', 'syntax error at or near "x"'],
    ['a table', 'relation "license_keys_licenses" does not exist'],
    ['a path of the server', 'Cannot find /srv/app/dist/index.js'],
  ])('that refuses and tells of the inside is a leak: %s', (_what, text) => {
    expect(leaksOfAnswers({ status: 500, text })).toEqual([
      expect.stringContaining(`the inside in the answer to GET ${LICENSES}: `),
    ]);
    expect(leaksOfAnswers({ status: 200, text: JSON.stringify(text) })).toEqual([]);
  });

  it('that refuses in plain words is none', () => {
    const text = JSON.stringify({ error: { message: 'The license does not exist.' } });

    expect(leaksOfAnswers({ status: 404, text })).toEqual([]);
  });
});
