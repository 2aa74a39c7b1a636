import { readLines } from '../../src/plugins/license-keys/server/src/services/importing/csv';
import { decode } from '../../src/plugins/license-keys/server/src/services/importing/decode';

/** As a file comes: in pieces that end anywhere. */
async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) {
    yield Promise.resolve(bytes.subarray(start, start + size));
  }
}

const LINES = ['a,b', '"x\ny",2', '3,"4"', '5,6'];

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('a file whose lines end in %s', (_name, end) => {
  it.each([1, 7, 1_000_000])(
    'is counted as an editor does, in pieces of %d bytes',
    async (size) => {
      const text = LINES.map((line) => `${line.replaceAll('\n', end)}${end}`).join('');
      const lines = [];
      for await (const line of readLines(decode(inPieces(text, size), 1000), ',')) lines.push(line);

      expect(lines).toEqual([
        { number: 1, cells: ['a', 'b'] },
        { number: 3, cells: ['x\ny', '2'] },
        { number: 4, cells: ['3', '4'] },
        { number: 5, cells: ['5', '6'] },
      ]);
    }
  );
});

it('has its cells whole where the ends of its lines are mixed', async () => {
  const lines = [];
  const texts = decode(inPieces('a,b\n1,"2"\r\n3,4\r\n', 5), 1000);
  for await (const { cells } of readLines(texts, ',')) lines.push(cells);

  expect(lines).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
});
