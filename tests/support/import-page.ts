import type { Locator, Page } from 'playwright-core';

import { LIST } from './license-page';

export const IMPORT = `${LIST}/import`;

/** The step of an import that is open, by its heading. */
export const importStep = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, level: 2 });

export const chooseFile = async (
  page: Page,
  text: string,
  encoding: BufferEncoding = 'utf8'
): Promise<void> => {
  const buffer = Buffer.from(text, encoding);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer });
};

/** Sends in a file of whom to give licenses to; its columns are then asked for. */
export const sendFile = async (page: Page, text: string): Promise<void> => {
  await page.goto(`${IMPORT}?kind=assign`);
  await chooseFile(page, text);
  await importStep(page, 'Which column is what?').waitFor();
};
