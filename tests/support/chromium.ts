import { existsSync } from 'node:fs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const OWN_VARIABLES = ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const;

/** Variables for the browser's process alone: the other programs of the tests have the machine's own libraries. */
const take = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      Reflect.deleteProperty(process.env, name);
      return value === undefined ? [] : [[name, value]];
    })
  );

/**
 * A headless Chromium without the browser's own windows: a fifth less work than a whole one. It is made for cloud
 * functions, hence the pretence: only there does it unpack the libraries that it needs.
 */
const unpackShell = async (): Promise<string> => {
  const before = take(OWN_VARIABLES);
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executable = await chromium.executablePath();
  const { FONTCONFIG_PATH = '', ...libraries } = take(OWN_VARIABLES);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH };
  process.env.CHROMIUM_ENV = JSON.stringify({ ...libraries, ...fonts });
  Object.assign(process.env, before);
  return executable;
};

const findBrowser = async (): Promise<string> => {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackShell();
  const found = SYSTEM_BROWSERS.find((file) => existsSync(file));
  if (!found) throw new Error('There is no Chromium: name one in CHROMIUM_PATH.');
  return found;
};

/** Leaves in CHROMIUM_PATH the browser to use, if it names none yet, and in CHROMIUM_ENV what that needs. */
export const provideChromium = async (): Promise<void> => {
  process.env.CHROMIUM_PATH ??= await findBrowser();
};
