import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { SampleLanguage } from '../../src/plugins/license-keys/shared/samples';

const RUNS = {
  curl: ['sample.sh', 'bash'],
  php: ['sample.php', 'php'],
  javascript: ['sample.js', process.execPath],
  python: ['sample.py', 'python3'],
} as const satisfies Record<SampleLanguage, readonly [file: string, command: string]>;

export interface Run {
  status: number | null;
  output: string;
}

/** Runs a sample as its reader would: saved to a file in this folder, by its interpreter. */
export const runSample = async (
  language: SampleLanguage,
  code: string,
  folder: string
): Promise<Run> => {
  const [file, command] = RUNS[language];
  writeFileSync(path.join(folder, file), code);
  const child = spawn(command, [file], { cwd: folder });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output: output.trim() };
};
