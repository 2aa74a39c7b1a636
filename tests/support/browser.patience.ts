/**
 * On a loaded machine a browser is slow, and may stumble once. What failed the first time stays in the run's
 * output, and `retried.reporter` names it at the end.
 */
jest.setTimeout(180_000);
jest.retryTimes(1, { logErrorsBeforeRetry: true });
