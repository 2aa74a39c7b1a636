import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A connection to a server, to be written to as it stands. */
export const openSocket = (url: string): Socket => {
  const { hostname, port } = new URL(url);
  return connect({ port: Number(port), host: hostname, noDelay: true });
};

/** All that the server says until the connection ends; a connection that is cut has ended too. */
export const heardOn = async (socket: Socket): Promise<string> =>
  text(socket).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return '';
    throw error;
  });

/** Sends a text byte by byte, each when the one before it is on its way. */
export const trickle = async (socket: Socket, content: string): Promise<void> => {
  for (const byte of Buffer.from(content)) {
    await new Promise((resolve) => socket.write(Buffer.of(byte), resolve));
  }
};
