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

const finished = (child, name) =>
  new Promise((resolve, reject) => {
    const release = passSignals(child);
    child.on('error', (error) => reject(new Failure(`"${name}" cannot start: ${error.message}`)));
    child.on('close', (code, signal) => {
      release();
      const exitCode = signal ? 128 + constants.signals[signal] : code;
      if (exitCode === 0) resolve();
      else reject(new Failure(`"${name}" ended with exit code ${exitCode}.`, exitCode));
    });
  });

const start = (command, args, { cwd = root, env = process.env, stdio }) =>
  spawn(command, args, { cwd, env, stdio, shell: process.platform === 'win32' });

/** Runs a command in the foreground: its output is shown as it comes. */
export const run = (command, args, options = {}) =>
  finished(start(command, args, { ...options, stdio: 'inherit' }), options.name ?? command);

/** Runs a command behind a progress line: its output is shown only if it fails. */
export const runBehind = (label, command, args, options = {}) =>
  withProgress(label, async () => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    try {
      await finished(child, label);
    } catch (error) {
      process.stderr.write(Buffer.concat([Buffer.from('\n'), ...output]));
      throw error;
    }
  });
