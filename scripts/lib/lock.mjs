import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const PAUSE = 200;

const held = new Set();
/** Milliseconds after which a lock without an owner was left by one that did not get to write it. */
const UNOWNED = 10_000;

/** In a container, a process that was killed may have had the number that this one has. */
const isStale = (file) => {
  const owner = Number(readFileSync(file, 'utf8'));
  if (!owner) return Date.now() - statSync(file).mtimeMs > UNOWNED;
  return owner === process.pid ? !held.has(file) : !isRunning(owner);
};

const take = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    held.add(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (existsSync(file) && isStale(file)) rmSync(file, { force: true });
    return false;
  }
};

/** One process at a time does the work; the others wait for it. */
export const withLock = async (file, work) => {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = 0; !take(file); waited += PAUSE) {
    if (waited === PAUSE) console.log(`Waiting for the process that has ${file} …`);
    await sleep(PAUSE);
  }
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
};
