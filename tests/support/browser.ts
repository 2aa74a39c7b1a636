import { chromium, type Browser } from 'playwright-core';

import { watchBrowser } from './leaks/browser';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that the global setup of the browser tests has found. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set.');
  const own = JSON.parse(process.env.CHROMIUM_ENV ?? '{}') as Record<string, string>;
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...own },
  });
  watchBrowser(browser);
  return browser;
};
