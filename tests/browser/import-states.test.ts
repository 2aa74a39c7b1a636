import type { Page } from 'playwright-core';

import { TABLE } from '../../src/plugins/license-keys/server/src/uids';
import { saved } from '../support/download';
import { hold, refuseWith } from '../support/hold';
import { IMPORT, importStep, sendFile } from '../support/import-page';
import { insertJob } from '../support/jobs';
import { look } from '../support/look';
import { openPanel } from '../support/panel';
import { openScene, type Scene } from '../support/scene';

const NO_JOB = 2_000_000_000;

let scene: Scene;
let page: Page;
/** Jobs that have ended: one that tried a file, one that could not, and one that carried a file out. */
let tried: number;
let gone: number;
let done: number;

beforeAll(async () => {
  scene = await openScene(async ({ product, pool }, strapi) => {
    const check = { type: 'import', total: 2, payload: { action: 'check-assign' } };
    tried = await insertJob(strapi, { ...check, succeeded: 1, refused: 1 });
    await strapi.db.connection(TABLE.jobItem).insert({
      job_id: tried,
      line: 3,
      outcome: 'refused',
      code: 'INVALID_EMAIL',
      field: 'customer_email',
      message: 'This is the sentence of the server.',
    });
    const ended = { state: 'failed', finished_at: new Date() };
    const reason = { error: 'IMPORT_GONE', error_code: 'IMPORT_GONE' };
    gone = await insertJob(strapi, { ...check, ...ended, ...reason });
    done = await insertJob(strapi, {
      type: 'import',
      payload: { action: 'import-assign' },
      total: 1,
      succeeded: 1,
    });
    await pool(await product({ name: 'Pro Plan', slug: 'pro-plan' }), 'POOL', 2);
  });
  page = await openPanel(scene.browser, scene.server.url, scene.admin.credentials, IMPORT);
});

afterAll(async () => {
  await scene.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const step = (name: string) => importStep(page, name);
const upload = (text: string) => sendFile(page, text);

describe('a server that is slow or out of order', () => {
  const FILE = '**/license-keys/imports/*';
  const JOB = '**/license-keys/jobs/*';
  const outOfOrder = () => page.getByRole('alert').filter({ hasText: 'Out of order.' });

  afterEach(async () => {
    await page.unrouteAll();
  });

  const refuse = async (url: string): Promise<void> => {
    await page.route(url, refuseWith(500, 'Out of order.'));
  };

  /** Lets requests through again once the page has told that they were refused. */
  const endRefusal = async (url: string): Promise<void> => {
    await outOfOrder().waitFor();
    await page.unroute(url);
  };

  /** Opens an address whose content stays away for a while. */
  const openHeld = async (address: string, url: string, loading: string): Promise<void> => {
    const release = await hold(page, url);
    await page.goto(address);
    await page.getByRole('list', { name: 'Steps' }).waitFor();
    await page.getByText(loading).first().waitFor({ state: 'attached' });
    release();
    await page.getByText(loading).first().waitFor({ state: 'detached' });
    await page.unroute(url);
  };

  /** A file that was sent in, at the step where a job has tried it. */
  const checkedBy = async (job: number): Promise<string> => {
    await upload('email,product\na@b.de,pro-plan\nb@b.de,pro-plan\n');
    return `${page.url()}&step=check&check=${String(job)}`;
  };

  it('lets a file come late, and be asked for again', async () => {
    await upload('email,product\na@b.de,pro-plan\n');
    await openHeld(page.url(), FILE, 'Loading the import');
    await step('Which column is what?').waitFor();

    await refuse(FILE);
    await page.reload();
    await outOfOrder().waitFor();
    await look(page, 'import-file-refused');
    await endRefusal(FILE);
    await button('Try again').click();
    await step('Which column is what?').waitFor();
  });

  it('lets what a job has found out come late, be asked for again, and be carried out later', async () => {
    const address = await checkedBy(tried);
    await openHeld(address, JOB, 'Loading the job');
    await step('Possible for 1 of 2 lines').waitFor();

    await refuse(JOB);
    await page.reload();
    await step('Checking each line; nothing changes yet').waitFor();
    await endRefusal(JOB);
    // It is asked again by itself, as of a job at work.
    await step('Possible for 1 of 2 lines').waitFor();

    const items = `${JOB}/items?*`;
    await refuse(items);
    await page.reload();
    await outOfOrder().waitFor();
    await button('Back to the columns').waitFor();
    await look(page, 'import-problems-refused');
    await endRefusal(items);
    await button('Try again').click();
    await page.getByRole('cell', { name: 'This is not an e-mail address.' }).waitFor();

    const results = `${JOB}/results?*`;
    await refuse(results);
    await button('All of them as CSV').click();
    await endRefusal(results);
    const release = await hold(page, results);
    await saved(page, async () => {
      await button('All of them as CSV').dblclick();
      expect(await button('All of them as CSV').isDisabled()).toBe(true);
      release();
    });
    await outOfOrder().waitFor({ state: 'detached' });

    const commit = `${FILE}/commit`;
    await refuse(commit);
    await button('Import 1 line').click();
    await endRefusal(commit);
    await look(page, 'import-commit-refused');
    await button('Import 1 line').click();
    await step('Assign licenses from a file: 2 lines').waitFor();
  });

  it('keeps a file that could not be deleted, and says so', async () => {
    await upload('email,product\na@b.de,pro-plan\n');
    await refuse(FILE);
    await button('Cancel and delete the file').click();
    await outOfOrder().waitFor();
    await step('Which column is what?').waitFor();
    await look(page, 'import-cancel-refused');
    await endRefusal(FILE);
    await button('Cancel and delete the file').click();
    await step('Which column is what?').waitFor({ state: 'detached' });
  });

  it('leads back to the columns from a job that has failed, or is there no more', async () => {
    await page.goto(await checkedBy(gone));
    await step('The check stopped before its end').waitFor();
    await page.getByText('The job stopped: The file is there no more.').waitFor();
    expect(await page.getByText('continuing goes on').count()).toBe(0);
    await look(page, 'import-check-failed');
    await button('Back to the columns').click();
    await step('Which column is what?').waitFor();

    await page.goto(await checkedBy(NO_JOB));
    await page.getByRole('alert').getByText('There is no such job.').waitFor();
    await button('Back to the columns').click();
    await step('Which column is what?').waitFor();
  });

  it('lets the result come late, and be asked for again', async () => {
    const address = `${IMPORT}?job=${String(done)}`;
    await openHeld(address, JOB, 'Loading the job');
    await step('Assign licenses from a file: 1 line').waitFor();

    await refuse(JOB);
    await page.reload();
    await outOfOrder().waitFor();
    await look(page, 'import-result-refused');
    await endRefusal(JOB);
    await step('Assign licenses from a file: 1 line').waitFor();
    await outOfOrder().waitFor({ state: 'detached' });

    const results = `${JOB}/results?*`;
    await refuse(results);
    await button('Download results').click();
    await endRefusal(results);
    await saved(page, () => button('Download results').click());
    await outOfOrder().waitFor({ state: 'detached' });

    await page.goto(`${IMPORT}?job=${String(NO_JOB)}`);
    await page.getByRole('alert').getByText('There is no such job.').waitFor();
    await button('Import another file').click();
    await page.getByText('Choose a CSV file or drop it here').waitFor();
  });
});
