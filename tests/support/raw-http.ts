import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface RawRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface RawAnswer {
  status: number;
  /** As sent: in their order, with repetitions. */
  headers: [name: string, value: string][];
  text: string;
}

/** Milliseconds after which an answer is taken for one that never comes. */
const PATIENCE = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request as it stands. */
export const send = async (
  url: string,
  { method, path, headers, body }: RawRequest
): Promise<RawAnswer> => {
  const { hostname, port } = new URL(url);
  const content = body === null ? null : Buffer.from(body, 'utf8');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        hostname,
        port,
        method,
        path,
        timeout: PATIENCE,
        headers: { ...headers, ...(content && { 'Content-Length': content.length }) },
      },
      (response) => {
        const { rawHeaders: raw, statusCode: status = 0 } = response;
        const names = raw.filter((_text, index) => index % 2 === 0);
        const sent = names.map((name, index): [string, string] => [name, raw[2 * index + 1] ?? '']);
        buffer(response).then((bytes) => {
          resolve({ status, headers: sent, text: bytes.toString() });
        }, reject);
      }
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('There was no answer.')));
    outgoing.on('error', reject);
    outgoing.end(content ?? undefined);
  });
};

export const closeConnections = (): void => {
  agent.destroy();
};
