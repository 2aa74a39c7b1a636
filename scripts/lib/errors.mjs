import process from 'node:process';

/** A failure that its message explains fully: shown without a stack. */
export class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a script's body; a Failure ends it with one sentence and an exit code. */
export const main = async (body) => {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exit(error.exitCode);
  }
};
