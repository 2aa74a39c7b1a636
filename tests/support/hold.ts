import type { Page, Route } from 'playwright-core';

type Handle = (route: Route, isReleased: Promise<void>) => Promise<void>;

const holdBy = async (page: Page, url: string, handle: Handle): Promise<() => void> => {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => handle(route, isReleased));
  return release;
};

/** Keeps requests back, as a slow connection does; what it returns lets them and all later ones through. */
export const hold = async (page: Page, url: string): Promise<() => void> =>
  holdBy(page, url, async (route, isReleased) => {
    await isReleased;
    await route.continue();
  });

/** Keeps back what the server has answered by then. */
export const holdAnswers = async (page: Page, url: string): Promise<() => void> =>
  holdBy(page, url, async (route, isReleased) => {
    const response = await route.fetch();
    await isReleased;
    await route.fulfill({ response });
  });

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
