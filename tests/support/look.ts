import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { appDir } from './paths';

const FOLDER = path.join(appDir, 'test-results/screenshots');

const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };

/** The last one is how the page is left. Each width and each scheme is examined once: axe takes seconds. */
const VIEWS = [
  { viewport: TABLET, colorScheme: 'light', isExamined: false },
  { viewport: TABLET, colorScheme: 'dark', isExamined: true },
  { viewport: DESKTOP, colorScheme: 'dark', isExamined: false },
  { viewport: DESKTOP, colorScheme: 'light', isExamined: true },
] as const;

/** What the plugin draws; the navigation around it is the panel's own. */
const OURS = [
  'main',
  'nav[aria-label="License Keys"]',
  '[role=dialog]',
  '[role=alertdialog]',
  '[role=menu]',
  '[role=listbox]',
];

const findingsIn = async (page: Page, ours: readonly string[]): Promise<string[]> => {
  const present: string[] = [];
  for (const selector of ours) {
    if ((await page.locator(selector).count()) > 0) present.push(selector);
  }
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  for (const selector of present) builder.include(selector);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
};

const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/**
 * Looks at the screen as it is, or as `prepare` makes it at each width, where a list or a menu would not
 * stay open: keeps a picture of it at both widths in light and dark under
 * `test-results/screenshots`, and expects no serious or critical finding of axe and no page wider than its
 * window.
 */
export const look = async (
  page: Page,
  name: string,
  prepare?: () => Promise<void>,
  /** Selectors of what axe examines. */
  ours: readonly string[] = OURS
): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  for (const { viewport, colorScheme, isExamined } of VIEWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await prepare?.();
    const file = `${name}-${String(viewport.width)}-${colorScheme}.png`;
    await page.screenshot({ path: path.join(FOLDER, file), animations: 'disabled' });
    const findings = isExamined ? await findingsIn(page, ours) : [];
    const overflow = await sidewaysOverflow(page);
    expect({ file, findings, overflow }).toEqual({ file, findings: [], overflow: 0 });
  }
};
