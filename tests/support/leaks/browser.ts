import type { Browser, Response } from 'playwright-core';

import type { Answer } from './answers';
import { tellOf } from './child';

/** What is neither a refusal nor JSON hands nothing over, and is not read. */
const isNotable = (response: Response): boolean =>
  response.status() >= 400 || String(response.headers()['content-type']).includes('json');

/** Null where the page has gone on before it could be read. */
const read = async (response: Response): Promise<Answer | null> =>
  response.text().then(
    (text) => ({
      method: response.request().method(),
      url: response.url(),
      status: response.status(),
      headers: response.headers(),
      text,
    }),
    () => null
  );

/** Tells of the answers that pages get. */
export const watchBrowser = (browser: Browser): void => {
  browser.on('context', (context) => {
    context.on('response', (response) => {
      const { origin } = new URL(response.url());
      if (isNotable(response)) tellOf(origin, async () => read(response));
    });
  });
};
