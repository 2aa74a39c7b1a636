import { createServer } from 'node:net';

import { Failure } from './errors.mjs';

const REASONS = {
  EADDRINUSE: 'is already in use',
  EACCES: 'needs more rights than you have',
};

/** Ends the script with one sentence if nobody can listen there. */
export const assertPortIsFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const reason = REASONS[error.code] ?? `cannot be opened on ${host} (${error.code})`;
      reject(
        new Failure(`Port ${port} ${reason}. Choose another: npm run demo -- --port ${port + 1}`)
      );
    });
    server.listen({ port, host, exclusive: true }, () => server.close(resolve));
  });
