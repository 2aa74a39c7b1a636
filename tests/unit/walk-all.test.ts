import { walkAll } from '../../src/plugins/license-keys/server/src/store/walk-all';
import { turnsDuring } from '../support/turns';

it('leaves others their turn between two pieces, where reading them takes none', async () => {
  const read = async (after: number | null) =>
    Promise.resolve({ items: [after ?? 0], next: after === 3 ? null : (after ?? 0) + 1 });
  const seen: number[] = [];

  const turns = await turnsDuring(async () => {
    for await (const item of walkAll(read)) seen.push(item);
  });

  expect(seen).toEqual([0, 1, 2, 3]);
  expect(turns).toBeGreaterThanOrEqual(3);
});
