import { Agent, request } from 'node:http';

const CLIENTS = 16;
const ROUNDS = 5;
const SECONDS = 3;

export interface Question {
  url: string;
  /** Sent by POST; without it, the question is a GET. */
  body?: object;
}

const askBy = async (agent: Agent, { url, body }: Question): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: body ? { 'Content-Type': 'application/json' } : {},
      },
      (response) => {
        response.resume();
        response.once('end', () => {
          resolve(response.statusCode);
        });
      }
    );
    asked.once('error', reject);
    asked.end(body && JSON.stringify(body));
  });

/** Requests a second that clients get answered who ask without a break. */
const measure = async (next: () => Question): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const start = performance.now();
  const end = start + SECONDS * 1000;
  let answered = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (performance.now() < end) {
      const question = next();
      const status = await askBy(agent, question);
      if (status !== 200) throw new Error(`${question.url} answered ${String(status)}.`);
      answered += 1;
    }
  });
  await Promise.all(clients);
  agent.destroy();
  return answered / ((performance.now() - start) / 1000);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Requests a second of two kinds, measured in turn on one server: the median of each; the first round warms up. */
export const compare = async (
  first: () => Question,
  second: () => Question
): Promise<[number, number]> => {
  const results: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = [await measure(first), await measure(second)] as const;
    if (round === 0) continue;
    results[0].push(pair[0]);
    results[1].push(pair[1]);
  }
  return [median(results[0]), median(results[1])];
};
