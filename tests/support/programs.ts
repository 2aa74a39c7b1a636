import { spawnSync } from 'node:child_process';

import PROGRAMS from '../../scripts/lib/programs.json';

const WHY = {
  samples: 'The code samples are run as they are shown.',
  limits: 'The rate limits are counted in Redis itself.',
};

/** Throws a sentence that says what to install. Nothing is skipped where it is missing. */
export const demandPrograms = (purpose: keyof typeof WHY): void => {
  const missing = PROGRAMS.filter(
    ({ for: use, check: [command = '', ...args] }) =>
      use === purpose && spawnSync(command, args).status !== 0
  ).map(({ need }) => need);
  if (missing.length > 0) {
    throw new Error(`${WHY[purpose]} Install ${missing.join('; ')}.`);
  }
};
