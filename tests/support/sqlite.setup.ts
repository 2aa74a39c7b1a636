export default async function setup(): Promise<void> {
  const { ensureBuilt } = await import('../../scripts/lib/build.mjs');
  await ensureBuilt({ targets: ['plugin', 'app'] });
}
