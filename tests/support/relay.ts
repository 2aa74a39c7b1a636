import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way to a server that can be cut, or fall silent, and be mended. */
export interface Relay {
  /** The given address, led through the relay. */
  url: string;
  cut: () => Promise<void>;
  /** Connections stay open, new ones are taken, and nothing gets through. */
  hang: () => void;
  /** Ends each connection at its COMMIT, which the server does not get. */
  loseCommits: () => void;
  /** Lets new connections through; those that hang do so for ever. */
  mend: () => Promise<void>;
}

export const startRelay = async (address: string): Promise<Relay> => {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let hanging = false;
  let losing = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((inbound) => {
    const outbound = connect(Number(target.port || 5432), target.hostname);
    keep(inbound);
    keep(outbound);
    const guard = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        if (!losing || !chunk.includes('COMMIT')) done(null, chunk);
        else inbound.destroy();
      },
    });
    inbound.once('close', () => outbound.destroy());
    if (!hanging) inbound.pipe(guard).pipe(outbound).pipe(inbound);
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  const port = await listen(0);
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    hang: () => {
      hanging = true;
      for (const socket of sockets) socket.unpipe();
    },
    loseCommits: () => {
      losing = true;
    },
    mend: async () => {
      hanging = false;
      losing = false;
      if (!server.listening) await listen(port);
    },
  };
};
