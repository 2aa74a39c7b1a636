import path from 'node:path';

export const appDir = path.resolve(__dirname, '../..');
export const pluginDir = path.join(appDir, 'src/plugins/license-keys');
