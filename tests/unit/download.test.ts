import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

import {
  CSV,
  sendFile,
} from '../../src/plugins/license-keys/server/src/controllers/admin/download';
import type { Context } from '../../src/plugins/license-keys/server/src/http';
import { toCsv } from '../../src/plugins/license-keys/server/src/services/csv';

const ROWS = 2000;

async function* rows(lastRow: number) {
  for (let row = 1; row <= ROWS; row += 1) {
    if (row > lastRow) throw new Error('The database has gone away.');
    yield [row, '=1+1'];
    // As between two reads of the database.
    if (row % 500 === 0) await new Promise(setImmediate);
  }
}

/** Fetches as a file the rows of a source that fails after the last one. */
const download = async (lastRow: number): Promise<string> => {
  const server = createServer((_request, res) => {
    const ctx = {
      res,
      attachment: () => undefined,
      // As Koa sends a stream.
      set body(stream: Readable) {
        stream.pipe(res);
      },
    };
    sendFile(ctx as unknown as Context, {
      name: 'rows.csv',
      type: CSV,
      stream: toCsv(rows(lastRow), ['row', 'sum']),
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${String(port)}`);
    return await answer.text();
  } finally {
    server.close();
  }
};

it('sends all rows, harmless for a spreadsheet', async () => {
  const lines = (await download(ROWS)).trimEnd().split('\n');

  expect(lines).toHaveLength(ROWS + 1);
  expect(lines[1]).toBe("1,'=1+1");
});

it('cuts the connection where the rows end before their time', async () => {
  await expect(download(1200)).rejects.toThrow();
});
