import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import type { TestStrapi } from './strapi';

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

/** Sends the beginning of a request and breaks the connection off. Returns once the server has noticed. */
export const hangUp = async (
  { strapi, url }: Pick<TestStrapi, 'strapi' | 'url'>,
  line: string,
  headers: readonly string[],
  beginning: string
): Promise<void> => {
  const arrived = once(strapi.server.httpServer, 'request');
  const socket = openSocket(url);
  const head = [`${line} HTTP/1.1`, 'Host: localhost', 'Content-Length: 1000', ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n${beginning}`);
  const [, response] = (await arrived) as [IncomingMessage, ServerResponse];
  const lost = once(response, 'close');
  socket.destroy();
  await lost;
};
