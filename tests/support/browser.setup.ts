import { provideChromium } from './chromium';
import { startPostgres } from './postgres';

export default async function setup(): Promise<void> {
  const { ensureBuilt } = await import('../../scripts/lib/build.mjs');
  await ensureBuilt();
  await provideChromium();
  await startPostgres();
}
