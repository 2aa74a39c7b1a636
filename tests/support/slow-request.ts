import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request that the server has begun to handle, and whose body it waits for. */
export interface SlowRequest {
  /** Sends the body; the answer. */
  finish: () => Promise<{ status: number; connection: string | undefined; body: unknown }>;
}

/** Sends the head of a POST and waits until the server asks for the body. */
export const beginRequest = async (url: string, body: object): Promise<SlowRequest> => {
  const content = JSON.stringify(body);
  const outgoing = request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(content),
      Expect: '100-continue',
    },
  });
  const answered = once(outgoing, 'response');
  // A connection that breaks before is told by `finish`.
  answered.catch(() => undefined);
  outgoing.flushHeaders();
  await once(outgoing, 'continue');
  return {
    finish: async () => {
      outgoing.end(content);
      const [response] = (await answered) as [IncomingMessage];
      return {
        status: response.statusCode ?? 0,
        connection: response.headers.connection,
        body: JSON.parse(await text(response)) as unknown,
      };
    },
  };
};
