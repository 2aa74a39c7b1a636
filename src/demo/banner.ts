import type { Core } from '@strapi/strapi';

import { ACCOUNT_NAMES, ACCOUNTS } from './accounts';
import type { Passwords } from './passwords';
import type { Sample } from './sample';

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const curlOf = (api: string, { environment, ...body }: Sample): string =>
  [
    `curl -s ${api}/license-keys/${environment}/validate`,
    "-H 'Content-Type: application/json'",
    `-d ${quoted(JSON.stringify(body))}`,
  ].join(' ');

const loginLines = (passwords: Passwords): string[] =>
  ACCOUNT_NAMES.map((name) => {
    const { title, email } = ACCOUNTS[name];
    return `    ${title.padEnd(22)}${email.padEnd(24)}${passwords[name]}`;
  });

/** What somebody needs to look around. */
export const bannerOf = (
  { strapi }: { strapi: Core.Strapi },
  passwords: Passwords,
  sample: Sample | null
): string => {
  const admin = strapi.config.get<string>('admin.absoluteUrl');
  const api =
    strapi.config.get<string>('server.absoluteUrl') + strapi.config.get<string>('api.rest.prefix');
  return [
    '',
    '  The demo of License Keys for Strapi is running.',
    '',
    `  License keys    ${admin}/plugins/license-keys`,
    '',
    '  Logins',
    ...loginLines(passwords),
    '',
    '  Ask whether a license is valid',
    sample
      ? `    ${curlOf(api, sample)}`
      : '    There is no active license with a device left; "npm run demo -- --fresh" starts over.',
    '',
    '  Ctrl-C stops the demo.',
    '',
  ].join('\n');
};
