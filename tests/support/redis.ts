import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

import { Redis } from 'ioredis';

import { startChild } from './child';
import { freePort } from './port';
import { eventually } from './wait';

/** A Redis of one test. */
export interface TestRedis {
  url: string;
  /** From now on it takes what it is told and answers nothing. */
  hang: () => void;
  stop: () => Promise<void>;
}

interface Counter {
  count: number;
  expiresAt: number;
}

const bulk = (text: string | null): string =>
  text === null ? '$-1\r\n' : `$${String(text.length)}\r\n${text}\r\n`;

const array = (items: readonly string[]): string => `*${String(items.length)}\r\n${items.join('')}`;

const integer = (value: number): string => `:${String(value)}\r\n`;

/** Takes one command, an array of strings, off the front of what has come in. */
const nextCommand = (input: string): { words: string[]; rest: string } | undefined => {
  const [, count = '', body = ''] = /^\*(\d+)\r\n([^]*)$/.exec(input) ?? [];
  if (!count) return undefined;
  let rest = body;
  const words: string[] = [];
  while (words.length < Number(count)) {
    const [head = '', length = ''] = /^\$(\d+)\r\n/.exec(rest) ?? [];
    const end = head.length + Number(length);
    if (!head || rest.length < end + 2) return undefined;
    words.push(rest.slice(head.length, end));
    rest = rest.slice(end + 2);
  }
  return { words, rest };
};

/** As much of Redis as the limiter speaks: its one script, which counts, and reading a count. */
class Commands {
  readonly #counters = new Map<string, Counter>();

  #counter(key: string): Counter | undefined {
    const counter = this.#counters.get(key);
    return counter && counter.expiresAt > Date.now() ? counter : undefined;
  }

  #increase(key: string, points: number, seconds: number): string {
    const expiresAt = Date.now() + seconds * 1000;
    const counter = this.#counter(key) ?? { count: 0, expiresAt };
    counter.count += points;
    this.#counters.set(key, counter);
    return array([integer(counter.count), integer(counter.expiresAt - Date.now())]);
  }

  answer([name = '', ...words]: readonly string[]): string {
    switch (name.toLowerCase()) {
      case 'info':
        return bulk('redis_version:7.0.0\r\nloading:0');
      case 'evalsha':
      case 'eval': {
        const [, , key = '', points, seconds] = words;
        return this.#increase(key, Number(points), Number(seconds));
      }
      case 'get':
        return bulk(this.#counter(words[0] ?? '')?.count.toString() ?? null);
      case 'pttl': {
        const counter = this.#counter(words[0] ?? '');
        return integer(counter ? counter.expiresAt - Date.now() : -2);
      }
      case 'client':
      case 'quit':
        return '+OK\r\n';
      default:
        return `-ERR unknown command '${name}'\r\n`;
    }
  }
}

/** What one connection is answered; a transaction's commands are answered together at its end. */
const conversation = (commands: Commands): ((words: readonly string[]) => string) => {
  let queued: string[] | undefined;
  return (words) => {
    const name = words[0]?.toLowerCase();
    if (name === 'multi') {
      queued = [];
      return '+OK\r\n';
    }
    if (name === 'exec') {
      const answers = queued ?? [];
      queued = undefined;
      return array(answers);
    }
    if (!queued) return commands.answer(words);
    queued.push(commands.answer(words));
    return '+QUEUED\r\n';
  };
};

const startStandIn = async (): Promise<TestRedis> => {
  const sockets = new Set<Socket>();
  const commands = new Commands();
  let hanging = false;
  const server = createServer((socket) => {
    const answer = conversation(commands);
    let input = '';
    sockets.add(socket);
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      input += chunk;
      for (let next = nextCommand(input); next; next = nextCommand(input)) {
        input = next.rest;
        const text = answer(next.words);
        if (!hanging) socket.write(text, 'latin1');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    hang: () => {
      hanging = true;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

const ping = async (url: string): Promise<void> => {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    client.disconnect();
  }
};

const startReal = async (): Promise<TestRedis> => {
  const port = String(await freePort());
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = startChild('redis-server', args, {});
  const url = `redis://127.0.0.1:${port}`;
  await eventually(async () => {
    child.assertRunning();
    await ping(url);
  });
  return {
    url,
    hang: () => {
      child.kill('SIGSTOP');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await child.ended;
    },
  };
};

const hasReal = spawnSync('redis-server', ['--version']).status === 0;

/** A stand-in on every machine; where Redis itself is installed, that too. */
export const REDIS_SERVERS: readonly { name: string; start: () => Promise<TestRedis> }[] = [
  { name: 'a stand-in for Redis', start: startStandIn },
  ...(hasReal ? [{ name: 'Redis itself', start: startReal }] : []),
];
