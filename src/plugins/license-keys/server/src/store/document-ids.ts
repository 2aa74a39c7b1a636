import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}0123456789`;
const LENGTH = 24;
/** Bytes that are drawn at a time: many small draws take longer than what is made of them. */
const SUPPLY = 4096;

let bytes = Buffer.alloc(0);
let used = 0;

const nextByte = (): number => {
  if (used === bytes.length) {
    bytes = randomBytes(SUPPLY);
    used = 0;
  }
  used += 1;
  return bytes.readUInt8(used - 1);
};

const complete = (head: string): string => {
  let id = head;
  while (id.length < LENGTH) {
    const set = id === '' ? LETTERS : CHARACTERS;
    const byte = nextByte();
    // Bytes past the last whole set would make its first characters likelier.
    if (byte < 256 - (256 % set.length)) {
      id += set.charAt(byte % set.length);
    }
  }
  return id;
};

/**
 * A new documentId of the shape that Strapi gives them, a letter and 23 letters and digits, from secure random
 * numbers: where many are needed at once, cuid2's hashing would take longer than the database.
 */
export const newDocumentId = (): string => complete('');

/** Gives ids that begin alike: their places in an index are side by side, where the database is faster. */
export const documentIdsOfBatch = (): (() => string) => {
  const head = newDocumentId().slice(0, LENGTH / 2);
  return () => complete(head);
};
