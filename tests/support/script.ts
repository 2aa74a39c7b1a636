import { execFile } from 'node:child_process';

import { secrets } from './env';
import { appDir } from './paths';
import type { Run } from './samples';
import type { TestStrapi } from './strapi';

/** Milliseconds after which a program that should have ended is ended. */
const PATIENCE = 50_000;

/** Runs a program of the application in production, as a process of its own, to its end. */
export const runScript = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>
): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      {
        cwd: appDir,
        env: { ...process.env, NODE_ENV: 'production', ...secrets, ...env },
        timeout: PATIENCE,
      },
      (_error, stdout, stderr) => {
        resolve({ status: child.exitCode, output: `${stdout}${stderr}`.trim() });
      }
    );
  });

/** Runs one of the repository's scripts on an application's database, as from the shell. */
export const runScriptOn = async (
  { database, note }: Pick<TestStrapi, 'database' | 'note'>,
  file: string
): Promise<Run> => {
  const run = await runScript([`scripts/${file}`], database.env);
  note(`the output of ${file}`, run.output);
  return run;
};
