import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

import { Failure } from './errors.mjs';
import { root } from './paths.mjs';
import { withProgress } from './progress.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Lets the child end first. A terminal sends Ctrl-C to the child by itself. */
const passSignals = (child) => {
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  SIGNALS.forEach((signal) => process.on(signal, pass));
  return () => SIGNALS.forEach((signal) => process.off(signal, pass));
};

/** How a shell would put it, also for a child that a signal has ended. */
const exitCodeOf = (child) =>
  new Promise((resolve, reject) => {
    const release = passSignals(child);
    child.on('error', (error) => reject(new Failure(error.message)));
    child.on('close', (code, signal) => {
      release();
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });

const start = (command, args, { cwd = root, env = process.env, stdio }) =>
  spawn(command, args, { cwd, env, stdio, shell: process.platform === 'win32' });

/** Runs a command in the foreground, its output shown as it comes; resolves to its exit code. */
export const run = (command, args, options = {}) =>
  exitCodeOf(start(command, args, { ...options, stdio: 'inherit' }));

/** Runs a command behind a progress line; its output is shown only if it fails, which ends the script. */
export const runBehind = (label, command, args, options = {}) =>
  withProgress(label, async () => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const exitCode = await exitCodeOf(child);
    if (exitCode === 0) return;
    process.stderr.write(Buffer.concat([Buffer.from('\n'), ...output]));
    throw new Failure(`${label} failed.`, exitCode);
  });
