import { readFile } from 'node:fs/promises';

import type { Download, Page } from 'playwright-core';

/** The file that an act has the page save, and its text. */
export const saved = async (page: Page, act: () => Promise<void>): Promise<[Download, string]> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return [download, await readFile(await download.path(), 'utf8')];
};
