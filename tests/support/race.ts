import type { Response } from 'supertest';

import type { Client } from './api';
import { bodyOf } from './http';

/** A crowd waits for its connections to the database, however slow the machine is. */
export const PATIENT = { DATABASE_CONNECTION_TIMEOUT: '120000' };

export interface Answer {
  data: { code: string; activation: { id: string } | null } | null;
  error?: { details?: { code?: string } };
}

/** `201 ACTIVATED` and the like. */
export const outcomeOf = (response: Response): string => {
  const { data, error } = bodyOf<Answer>(response);
  return `${String(response.status)} ${data?.code ?? error?.details?.code ?? ''}`;
};

export const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

export const fingerprints = (count: number): string[] =>
  Array.from({ length: count }, (_value, index) => `device-${String(index + 1)}`);

/** Activates all fingerprints at the same moment, in turn on each client. */
export const activateAll = async (
  clients: readonly Client[],
  key: string,
  devices: readonly string[]
): Promise<string[]> =>
  Promise.all(
    devices.map(async (fingerprint, index) => {
      const client = clients[index % clients.length];
      if (!client) throw new Error('There is no client.');
      return outcomeOf(await client.activate({ key, fingerprint }));
    })
  );
