import { existsSync } from 'node:fs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** For cloud functions, hence the pretence: only there does it unpack the libraries that it needs. */
const unpackPackaged = async (): Promise<string> => {
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
};

/** Leaves in CHROMIUM_PATH the browser to use: that one, else the system's, else the package's. */
export const provideChromium = async (): Promise<void> => {
  process.env.CHROMIUM_PATH ??=
    SYSTEM_BROWSERS.find((file) => existsSync(file)) ?? (await unpackPackaged());
};
