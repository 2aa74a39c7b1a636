import { localEngine } from '../../src/plugins/license-keys/server/src/jobs/local-engine';

/** An engine whose jobs end when the test says so. */
const startEngine = async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const engine = localEngine();
  await engine.start(async (id) => {
    begun.push(id);
    await new Promise<void>((resolve) => {
      ends.push(resolve);
    });
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const endOne = async (): Promise<void> => {
    ends.shift()?.();
    await turn();
  };
  return { engine, begun, endOne, turn };
};

it('runs a job once however often it is woken while it waits, and again if woken while it runs', async () => {
  const { engine, begun, endOne, turn } = await startEngine();
  await engine.wake(1);
  await turn();
  for (const id of [2, 2, 1, 2, 1]) await engine.wake(id);
  for (let ended = 0; ended < 4; ended += 1) await endOne();

  expect(begun).toEqual([1, 2, 1]);
  await engine.stop();
});

it('waits for the job at work when it is stopped, and begins no other', async () => {
  const { engine, begun, endOne, turn } = await startEngine();
  await engine.wake(1);
  await engine.wake(2);
  await turn();
  const stopped = engine.stop();
  await endOne();
  await stopped;

  expect(begun).toEqual([1]);
});
