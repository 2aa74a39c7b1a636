import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

import { pluginDir } from '../support/paths';

const distDir = path.join(pluginDir, 'dist');
// Minified code has "from" before other strings too: what is imported starts like a name or a path.
const IMPORTED = /(?:\brequire\(|\bimport\(|\bfrom\s*|\bimport\s*)["']([@a-z.][\w@./:-]*)["']/g;

interface Manifest {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(path.join(pluginDir, 'package.json'), 'utf8')) as Manifest;

const filesIn = (side: string): string[] => {
  const folder = path.join(distDir, side);
  if (!existsSync(folder)) throw new Error('The plugin is not built: npm run build:plugin');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
};

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORTED)].flatMap(([, name]) => name ?? []);

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

const isPackage = (name: string): boolean =>
  !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name);

const LANGUAGE = /^(en|de|fr|es)-/;

describe('the built plugin', () => {
  it.each(['server', 'admin'])('imports in its %s bundle only what it declares', (side) => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const imported = filesIn(side).flatMap(importsOf).filter(isPackage).map(packageOf);

    expect(imported).not.toHaveLength(0);
    expect(imported.filter((name) => !declared.includes(name))).toEqual([]);
  });

  // Each side is built in two module formats, of which only this one is minified whole. The languages are data: a
  // browser loads the one that its reader speaks.
  it('has less than 500 KB of code', () => {
    const code = ['server', 'admin']
      .flatMap(filesIn)
      .filter((file) => file.endsWith('.js') && !LANGUAGE.test(path.basename(file)));
    const sizes = code.map((file) => statSync(file).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);

    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(500 * 1024);
  });

  it('has every file that its exports name', () => {
    const files = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target)
    );

    expect(files.filter((file) => !existsSync(path.join(pluginDir, file)))).toEqual([]);
  });
});
