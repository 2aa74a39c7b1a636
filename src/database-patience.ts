import type { Socket } from 'node:net';

import type { Core } from '@strapi/strapi';

interface Connection {
  connection: { stream: Socket };
}

interface Pool {
  on(event: 'acquireSuccess', listener: (eventId: number, connection: Connection) => void): void;
  on(event: 'release', listener: (connection: Connection) => void): void;
}

/** The query then fails as it does when the connection breaks, and the pool lets go of the connection. */
function giveUp(this: Socket): void {
  this.destroy(Object.assign(new Error('The database fell silent.'), { code: 'ETIMEDOUT' }));
}

/**
 * Gives a connection up that is at work and says nothing for `database.queryTimeout` milliseconds (0 waits
 * for ever): a database that hangs then is as one that is down, instead of holding requests and connections.
 * Call it after the boot, which may rebuild tables for as long as it likes.
 */
export const giveUpOnSilence = (strapi: Core.Strapi): void => {
  const patience = strapi.config.get<number>('database.queryTimeout', 0);
  if (strapi.db.dialect.client !== 'postgres' || patience === 0) return;

  const { pool } = strapi.db.connection.client as { pool: Pool };
  pool.on('acquireSuccess', (_eventId, { connection }) => {
    connection.stream.setTimeout(patience, giveUp);
  });
  pool.on('release', ({ connection }) => {
    connection.stream.setTimeout(0, giveUp);
  });
};

/**
 * Strapi (5.54) prepares each new connection with a statement and hands a failure of it to nobody: a database
 * that goes away in that moment ends the process. Here such a connection is given up, and the pool makes another.
 */
export const outliveBrokenBeginnings = (strapi: Core.Strapi): void => {
  const { dialect } = strapi.db;
  if (dialect.client !== 'postgres') return;

  const initialize = dialect.initialize.bind(dialect);
  dialect.initialize = async (connection) => {
    await initialize(connection).catch(() => {
      (connection as Connection).connection.stream.destroy();
    });
  };
};
