import type { Page, Route } from 'playwright-core';

/** Keeps requests back, as a slow connection does; what it returns lets them and all later ones through. */
export const hold = async (page: Page, url: string): Promise<() => void> => {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await isReleased;
    await route.continue();
  });
  return release;
};

/** Lets so many bytes a second come in; what it returns ends that. */
export const slowDown = async (page: Page, downloadThroughput: number) => {
  const session = await page.context().newCDPSession(page);
  const emulate = async (throughput: number): Promise<void> => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: throughput,
      uploadThroughput: -1,
    });
  };
  await session.send('Network.enable');
  await emulate(downloadThroughput);
  return () => emulate(-1);
};

/** Answers a request as Strapi does when it refuses one. */
export const refuseWith = (status: number, message: string) => async (route: Route) =>
  route.fulfill({
    status,
    json: { data: null, error: { status, name: 'Error', message, details: {} } },
  });
