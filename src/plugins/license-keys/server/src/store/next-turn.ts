/** SQLite works in this very thread: between two pieces of long work, requests must get their turn. */
export { setImmediate as nextTurn } from 'node:timers/promises';
