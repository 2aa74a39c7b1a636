import { existsSync } from 'node:fs';

import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const findExecutable = async (): Promise<{ executablePath: string; args: string[] }> => {
  const known = process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((file) => existsSync(file));
  if (known) return { executablePath: known, args: FLAGS };
  return {
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args, ...FLAGS],
  };
};

/** CHROMIUM_PATH, else a browser of the system, else the one in the package. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ ...(await findExecutable()), headless: true });
