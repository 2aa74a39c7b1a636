import { ruleBroken } from '../../errors';

/** Characters of a piece: what is stored in one row, and in memory at a time. */
const PIECE = 256 * 1024;

const notText = () =>
  ruleBroken('INVALID_FILE', 'The file is not UTF-8 text. Save it as “CSV UTF-8” and try again.');

const checked = (text: string): string => {
  if (text.includes('\u0000')) {
    throw notText();
  }
  return text;
};

/** Lines end in LF: the parser counts two where one within quotes ends in CRLF. */
const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/**
 * Reads bytes as UTF-8, with or without a byte order mark, in pieces; more bytes than `maxBytes` are refused. Every
 * line ends in LF then.
 */
export async function* decode(
  input: AsyncIterable<Uint8Array>,
  maxBytes: number
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (bytes?: Uint8Array): string => {
    try {
      return checked(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
    } catch {
      throw notText();
    }
  };
  let size = 0;
  let piece = '';
  for await (const bytes of input) {
    size += bytes.length;
    if (size > maxBytes) {
      throw ruleBroken('FILE_TOO_LARGE', 'The file is larger than this installation takes.', {
        maxBytes,
      });
    }
    piece += read(bytes);
    if (piece.length >= PIECE) {
      // The LF of a CRLF may be still to come.
      const end = piece.endsWith('\r') ? piece.length - 1 : piece.length;
      yield withLineFeeds(piece.slice(0, end));
      piece = piece.slice(end);
    }
  }
  yield withLineFeeds(piece + read());
}
